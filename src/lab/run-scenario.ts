import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { ComparedRun, RecordedRun, WireLine } from "../receipts/receipt.ts";
import { isScenarioFile } from "../receipts/scenario-files.ts";
import { SAMPLES_FOLDER } from "../samples/index.ts";
import type { BrokerSource } from "./broker/source.ts";
import { type Brokers, decodeBrokers, isBroker, startBrokers } from "./brokers.ts";
import { applyCounterfactual } from "./counterfactual.ts";
import { NOTHING, type Subject } from "./find-scenarios.ts";
import type { Guard } from "./processes/guard.ts";
import type { Look, Seen } from "./scenario.ts";
import { type RunningProgram, startProgram } from "./start-program.ts";
import { prepareStrike, type Strike } from "./strike.ts";
import { drawStrip, type Mark } from "./strip.ts";
import { decodeGrpc } from "./tap/grpc-decoder.ts";
import type { GrpcMethods } from "./tap/grpc-methods.ts";
import { labelOf } from "./tap/label.ts";
import { openTap, type Tap } from "./tap/tap.ts";

/** One run to make: a subject, struck at one of its held points, as written or without its line. */
export interface RunRequest {
  readonly subject: Subject;
  readonly at: string;
  readonly isWithout: boolean;
}

export interface RunContext {
  readonly root: string;
  readonly guard: Guard;
  readonly source: BrokerSource;
  /** What gRPC messages are called. */
  readonly methods: GrpcMethods;
  /** False for the control run: programs reach their servers directly. */
  readonly isTapped: boolean;
}

export interface RunResult {
  readonly compared: ComparedRun;
  readonly recorded: Omit<RecordedRun, "wire">;
  /** Everything that crossed, where the scenario keeps it. */
  readonly wire: readonly WireLine[] | undefined;
  readonly kafkaVersion: string | undefined;
  readonly settings: readonly string[];
}

/** A run that takes longer than this hangs. */
const LIMIT_MS = 120_000;
/** A program that was asked to end and has not is killed after this. */
const GRACE_MS = 20_000;
const LOOK_MS = 5;

/**
 * Makes one run in a folder of its own, and says what came of it. Nothing of it is left afterwards.
 *
 * @throws Error when it cannot be made: a program does not start or does not end, the held event never comes
 */
export async function runScenario(request: RunRequest, context: RunContext): Promise<RunResult> {
  const folder = context.guard.makeFolder("run");
  const closers: (() => void | Promise<void>)[] = [() => context.guard.removeFolder(folder)];
  const giveUp = new AbortController();
  closers.push(() => giveUp.abort());
  try {
    return await makeRun(request, context, folder, closers, giveUp.signal);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function makeRun(
  { subject, at, isWithout }: RunRequest,
  context: RunContext,
  folder: string,
  closers: (() => void | Promise<void>)[],
  signal: AbortSignal,
): Promise<RunResult> {
  const { scenario } = subject;
  const { without } = scenario;
  const samples = await copySamples(context.root, folder);
  const here = path.join(samples, subject.folder);
  if (isWithout && without !== undefined) await applyCounterfactual(without, here);

  const brokers = await openBrokers(subject, context, path.join(folder, "kafka"));
  if (brokers !== undefined) closers.push(brokers.close);

  const startedAt = Date.now();
  const seen: Seen[] = [];
  const lines: WireLine[] = [];
  const marks: Mark[] = [];
  const started: RunningProgram[] = [];
  const note = (line: Omit<WireLine, "ms">): void =>
    void lines.push({ ms: Date.now() - startedAt, ...line });
  const current = (name: string): RunningProgram | undefined =>
    started.findLast((program) => program.name === name);

  const look: Look = {
    seen,
    rows: (database, query) => readRows(path.join(here, database), query),
    output: (name) => started.filter((it) => it.name === name).flatMap((it) => it.output),
    hasEnded: (name) => current(name)?.hasEnded() ?? false,
  };
  const start = async (name: string): Promise<void> => {
    const program = scenario.programs[name];
    if (program === undefined) throw new Error(`No program is called "${name}".`);
    const running = startProgram(name, program, {
      guard: context.guard,
      folder: here,
      tapPort: tap.port,
    });
    started.push(running);
    note({ from: name, to: "", label: "started", note: "" });
    await orGiveUp(running.ready, signal);
  };
  const kill = async (name: string): Promise<void> => {
    const running = current(name);
    if (running === undefined) throw new Error(`No program is called "${name}".`);
    running.kill("SIGKILL");
    marks.push({ atMs: Date.now(), what: "killed", program: name });
    await running.ended;
    note({ from: name, to: "", label: "killed", note: "" });
  };
  const restart = async (name: string): Promise<void> => {
    marks.push({ atMs: Date.now(), what: "back", program: name });
    await start(name);
  };

  const point = scenario.heldPoints[at] ?? {};
  const strike: Strike = prepareStrike(context.isTapped ? point : {}, {
    look,
    fileOf: (name) => path.join(here, name),
    kill,
    restart,
    signal,
  });
  // Looked at below, and not before programs have started.
  strike.done.catch(() => undefined);

  const topicNames = new Map<string, string>();
  const { methods } = context;
  const tap: Tap = await openTap({
    isOff: !context.isTapped,
    upstreams: brokers?.upstreams ?? new Map(),
    decoderFor: ({ server }) =>
      isBroker(server) ? decodeBrokers(context.source, topicNames) : decodeGrpc(),
    onEvent(event, { client, server }, connection) {
      const [from, to] = event.direction === "out" ? [client, server] : [server, client];
      const label = labelOf(event, methods, topicNames);
      const one: Seen = { ms: Date.now() - startedAt, from, to, label, event };
      seen.push(one);
      const verdict = strike.judge(one, connection);
      note({ from, to, label, note: verdict === "hold" ? "held" : verdict === "cut" ? "cut" : "" });
      return verdict;
    },
  });
  closers.push(tap.close);

  for (const name of Object.keys(scenario.programs)) await start(name);
  await untilOver(look, scenario.over, strike, signal, () => describe(started));
  const programs = await endAll(started);
  const durationMs = Date.now() - startedAt;
  const { stable, moved } = splitCounts(scenario.counts(look), scenario.moving ?? []);
  return {
    compared: {
      ...(at === NOTHING ? {} : { at }),
      ...(isWithout && without !== undefined ? { without: without.says } : {}),
      programs,
      counts: stable,
      holds: Object.fromEntries(
        Object.entries(scenario.mustHold).map(([words, holds]) => [
          words,
          holds({ ...stable, ...moved }),
        ]),
      ),
    },
    recorded: {
      durationMs,
      counts: moved,
      ...(!isWithout && scenario.keepStrip?.includes(at) === true ? drawStrip(look, marks) : {}),
    },
    wire: !isWithout && scenario.keepWire?.includes(at) === true ? lines : undefined,
    kafkaVersion: brokers?.version,
    settings: brokers?.settings ?? [],
  };
}

/** The samples as a reader copies them, and the packages beside them. */
async function copySamples(root: string, folder: string): Promise<string> {
  const samples = path.join(folder, "samples");
  const from = path.join(root, SAMPLES_FOLDER);
  // Not in one go: other runs' connections pass through this process meanwhile.
  await cp(from, samples, {
    recursive: true,
    filter: (file) => !isScenarioFile(file) && path.basename(file) !== "node_modules",
  });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  return samples;
}

function openBrokers(
  { scenario }: Subject,
  { source, guard }: RunContext,
  folder: string,
): Promise<Brokers | undefined> {
  if (scenario.brokers === undefined) return Promise.resolve(undefined);
  return startBrokers(source, scenario.brokers, scenario.topics ?? [], { guard, folder });
}

function readRows(file: string, query: string): readonly Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true, timeout: GRACE_MS });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}

async function untilOver(
  look: Look,
  over: (look: Look) => boolean,
  strike: Strike,
  signal: AbortSignal,
  describeRun: () => string,
): Promise<void> {
  let isStruck = false;
  let failure: unknown;
  strike.done.then(
    () => (isStruck = true),
    (error: unknown) => (failure = error),
  );
  const limit = performance.now() + LIMIT_MS;
  while (!(isStruck && over(look))) {
    if (failure !== undefined) throw failure;
    // What was to be held did not come, and nothing comes any more.
    if (!strike.hasCaught() && over(look)) {
      throw new Error(`The run is over, and the event to hold never came.\n${describeRun()}`);
    }
    if (performance.now() > limit) {
      throw new Error(`Not over after ${LIMIT_MS / 1_000} s.\n${describeRun()}`);
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}

async function endAll(started: readonly RunningProgram[]) {
  const timers = started.map((program) => {
    if (!program.hasEnded()) program.kill("SIGTERM");
    return setTimeout(() => program.kill("SIGKILL"), GRACE_MS);
  });
  const runs = await Promise.all(started.map(({ ended }) => ended));
  for (const timer of timers) clearTimeout(timer);
  return runs;
}

function describe(started: readonly RunningProgram[]): string {
  return started
    .map(({ name, output, complaints }) =>
      [`${name}:`, ...output.slice(-10), ...complaints().trim().split("\n").slice(-20)].join(
        "\n  ",
      ),
    )
    .join("\n");
}

function splitCounts(counts: Readonly<Record<string, number>>, moving: readonly string[]) {
  const entries = Object.entries(counts);
  return {
    stable: Object.fromEntries(entries.filter(([name]) => !moving.includes(name))),
    moved: Object.fromEntries(entries.filter(([name]) => moving.includes(name))),
  };
}

function orGiveUp<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(new Error("The run was given up."))),
    ),
  ]);
}
