import { symlinkSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import type { ComparedRun, RecordedRun, WireLine } from "../../receipts/receipt.ts";
import { isScenarioFile } from "../../receipts/scenario-files.ts";
import { SAMPLES_FOLDER } from "../../check/index.ts";
import type { BrokerSource } from "../broker/source.ts";
import { type Brokers, decodeBrokers, isBroker, startBrokers } from "../broker/brokers.ts";
import { openCast } from "./cast.ts";
import { applyCounterfactual } from "./counterfactual.ts";
import { NOTHING, type Subject } from "../find-scenarios.ts";
import { prepareJava } from "../java/prepare.ts";
import type { JavaSource } from "../java/source.ts";
import type { Guard } from "../processes/guard.ts";
import { readLines, readRows } from "./read-files.ts";
import type { Look, Program, Scenario, Seen } from "../scenario.ts";
import { prepareStrike } from "./strike.ts";
import { drawStrip, placeMarks } from "../shop/strip.ts";
import { decodeGrpc } from "../tap/http2/grpc-decoder.ts";
import type { GrpcMethods } from "../tap/http2/grpc-methods.ts";
import { labelOf } from "../shop/label.ts";
import type { Verdict } from "../tap/relay.ts";
import { openTap } from "../tap/tap.ts";
import { untilOver } from "./until-over.ts";

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
  readonly java: JavaSource;
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

/** What a wire file says of an event's fate. */
const NOTE_OF: Readonly<Record<Verdict, string>> = { pass: "", hold: "held" };

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
  if (isWithout && without !== undefined)
    await applyCounterfactual(without, here, samples, context.java);

  const brokers = await openBrokers(subject, context, path.join(folder, "kafka"));
  if (brokers !== undefined) closers.push(brokers.close);
  const doors = context.isTapped ? openDoors(scenario, brokers) : undefined;
  const bootstrapOf = ({ throughTap }: Program): string | undefined =>
    (throughTap === true ? doors?.bootstrap : undefined) ?? brokers?.bootstrap;
  const java = {
    samples,
    folder: here,
    temporary: path.join(folder, "tmp"),
    programs: Object.values(scenario.programs),
  };
  // Before the clock starts.
  const launchJava = await prepareJava(java, context.java);

  const startedAt = Date.now();
  const seen: Seen[] = [];
  const lines: WireLine[] = [];
  const note = (line: Omit<WireLine, "ms">): void =>
    void lines.push({ ms: Date.now() - startedAt, ...line });

  const point = scenario.heldPoints[at] ?? {};
  const topicNames = new Map<string, string>();
  const unread: string[] = [];
  const tap = await openTap({
    isOff: !context.isTapped,
    upstreams: brokers?.upstreams ?? new Map(),
    ...(doors === undefined ? {} : { doors }),
    decoderFor: ({ server }) =>
      isBroker(server) ? decodeBrokers(context.source, topicNames) : decodeGrpc(),
    onEvent(event, { client, server }, connection) {
      const [from, to] = event.direction === "out" ? [client, server] : [server, client];
      const label = labelOf(event, context.methods, topicNames);
      const one: Seen = { ms: Date.now() - startedAt, from, to, label, event };
      const verdict = strike.judge(one, connection);
      seen.push(one);
      note({ from, to, label, note: NOTE_OF[verdict] });
      return verdict;
    },
    onUndecodable: (error) => unread.push(error instanceof Error ? error.message : "not an error"),
  });
  closers.push(tap.close);

  const cast = openCast({
    guard: context.guard,
    programs: scenario.programs,
    folder: here,
    tapPort: tap.port,
    launchJava,
    bootstrapOf,
    onStage: (name, what) => note({ from: name, to: "", label: what, note: "" }),
    signal,
  });
  closers.push(cast.killAll);
  const look: Look = {
    seen,
    rows: (database, query) => readRows(path.join(here, database), query),
    lines: (file) => readLines(path.join(here, file)),
    ...cast.look,
  };
  const strike = prepareStrike(context.isTapped ? point : {}, {
    look,
    fileOf: (name) => path.join(here, name),
    kill: cast.kill,
    restart: cast.startAgain,
    async killLeader(topic, partition) {
      if (brokers === undefined) throw new Error("There is no broker to kill.");
      const broker = await brokers.killLeader(topic, partition);
      note({ from: broker, to: "", label: "killed", note: "" });
    },
    signal,
  });
  // Looked at when programs have started.
  strike.done.catch(() => undefined);

  await cast.startAll();
  await untilOver(() => scenario.over(look), strike, cast, signal);
  const programs = await cast.end();
  const durationMs = Date.now() - startedAt;
  // Counts of what crossed would be too low, and nobody would know.
  const [why] = unread;
  if (why !== undefined) throw new Error(`The tap could not read a connection: ${why}`);
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
      ...(!isWithout && scenario.keepStrip?.includes(at) === true
        ? drawStrip(look, cast.marks)
        : placeMarks(cast.marks, startedAt)),
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
    filter: (file) =>
      !isScenarioFile(file) && !["node_modules", "target"].includes(path.basename(file)),
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

/** For the one program that nothing diverts and that is to be seen all the same. */
function openDoors({ programs }: Scenario, brokers: Brokers | undefined) {
  const [name, other] = Object.keys(programs).filter((it) => programs[it]?.throughTap === true);
  if (name === undefined || brokers === undefined) return undefined;
  // Whose a connection is that comes to a door, nothing says.
  if (other !== undefined) throw new Error(`${name} and ${other} both say throughTap; one may.`);
  const ports = brokers.doors;
  const bootstrap = [...ports.keys()].map((port) => `127.0.0.1:${port}`).join();
  return { program: name, ports, bootstrap };
}

function splitCounts(counts: Readonly<Record<string, number>>, moving: readonly string[]) {
  const entries = Object.entries(counts);
  return {
    stable: Object.fromEntries(entries.filter(([name]) => !moving.includes(name))),
    moved: Object.fromEntries(entries.filter(([name]) => moving.includes(name))),
  };
}
