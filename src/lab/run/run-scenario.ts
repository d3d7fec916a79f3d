import path from "node:path";
import { Failure } from "../../report/failure.mjs";
import { type Brokers, decodeBrokers, isBroker, startBrokers } from "../broker/brokers.ts";
import type { BrokerSource } from "../broker/source.ts";
import type { BrowserSource } from "../browser/pages.ts";
import type { DatabaseSource } from "../database/find-postgres.ts";
import { type Postgres, POSTGRES, startPostgres } from "../database/postgres.ts";
import type { Subject } from "../find-scenarios.ts";
import { prepareJava } from "../java/prepare.ts";
import type { JavaSource } from "../java/source.ts";
import type { Guard } from "../processes/guard.ts";
import type { Look, Program, Scenario } from "../scenario.ts";
import { PROXY_ADDRESS } from "../proxies/fill-config.ts";
import type { ProxySource } from "../proxies/find-proxies.ts";
import type { ProxyKind } from "../proxies/kinds.ts";
import { choosePorts, kindOfProxy, type RunningProxy, startProxy } from "../proxies/proxy.ts";
import { labelOf } from "../shop/label.ts";
import { decodeGrpc } from "../tap/http2/grpc-decoder.ts";
import type { GrpcMethods } from "../tap/http2/grpc-methods.ts";
import { openTap } from "../tap/tap.ts";
import { findNames } from "../broker/names-used.ts";
import { copySamples } from "./copy-samples.ts";
import { applyCounterfactual } from "./counterfactual.ts";
import { describeRun, type RunDescription } from "./describe-run.ts";
import { makeFault } from "./fault.ts";
import { watchForFault } from "./fault-watch.ts";
import { openPrograms } from "./programs.ts";
import { readLines, readRows } from "./read-files.ts";
import { openRunLog } from "./run-log.ts";
import { untilOver } from "./until-over.ts";
import { watchMemory } from "./watch-memory.ts";

/** One run to make: a subject, one of its held points, and whether the line of its counterfactual is taken out. */
export interface RunRequest {
  readonly subject: Subject;
  readonly at: string;
  readonly isWithout: boolean;
}

export interface RunContext {
  readonly root: string;
  readonly guard: Guard;
  /** Where the brokers of a scenario come from. */
  readonly sourceOf: (scenario: Scenario) => BrokerSource;
  readonly browser: BrowserSource;
  readonly database: DatabaseSource;
  readonly proxies: ReadonlyMap<ProxyKind, ProxySource>;
  readonly java: JavaSource;
  /** The types of messages of the example's gRPC methods. */
  readonly methods: GrpcMethods;
  /** Whether the tap reads connections; false for the control run, in which programs reach their servers directly. */
  readonly isTapped: boolean;
}

export interface RunResult extends RunDescription {
  readonly kafkaVersion: string | undefined;
  readonly settings: readonly string[];
}

/**
 * Makes one run in a folder of its own. No process and no folder of it is left afterwards, even when it fails.
 *
 * @throws Failure when the run cannot be made: a program does not start or does not end, the event to hold never comes
 */
export async function runScenario(request: RunRequest, context: RunContext): Promise<RunResult> {
  const { subject, at, isWithout } = request;
  const { scenario } = subject;
  const { guard, isTapped } = context;
  // Closes what was opened, last to first, even when closing one of them fails.
  await using closers = new AsyncDisposableStack();
  const folder = closers.adopt(guard.makeFolder("run"), guard.removeFolder);
  const giveUp = closers.adopt(new AbortController(), (it) => it.abort());

  const samples = await copySamples(context.root, subject.files, folder);
  const here = path.join(samples, subject.folder);
  if (isWithout && scenario.without !== undefined) {
    await applyCounterfactual(scenario.without, here, samples, context.java);
  }
  const source = context.sourceOf(scenario);
  const brokers = await openBrokers(subject, { source, guard, samples, folder });
  if (brokers !== undefined) closers.defer(brokers.close);
  const database = await openDatabase(scenario, context);
  if (database !== undefined) closers.defer(database.close);
  const { behind } = scenario.heldPoints[at] ?? {};
  const ports = await choosePorts(Object.values(scenario.proxies ?? {}), {
    folder: here,
    section: subject.folder,
  });
  const proxy = await openProxy(behind, subject, { folder: here, ports }, context);
  if (proxy !== undefined) closers.defer(proxy.close);
  const doors = isTapped ? findDoors(scenario, brokers) : undefined;
  const programsInJava = {
    samples,
    folder: here,
    temporary: path.join(folder, "tmp"),
    programs: Object.values(scenario.programs),
  };
  // Compiles before the clock of the run starts.
  const launchJava = await prepareJava(programsInJava, context.java);

  const point = isTapped ? (scenario.heldPoints[at] ?? {}) : {};
  const topicNames = new Map<string, string>();
  const log = openRunLog((event) => labelOf(event, context.methods, topicNames));
  const watch = watchForFault(point, log.seen, (name) => path.join(here, name));
  const unread: string[] = [];
  const tap = await openTap({
    isOff: !isTapped,
    upstreams: new Map([
      ...(brokers?.upstreams ?? []),
      ...(database?.upstreams ?? []),
      ...(proxy?.upstreams ?? []),
    ]),
    ...(doors === undefined ? {} : { doors }),
    decoderFor({ client, server }) {
      const isBrowser = scenario.programs[client]?.opens !== undefined;
      if (server === POSTGRES || isBrowser) return undefined;
      return isBroker(server) ? decodeBrokers(source, topicNames) : decodeGrpc();
    },
    onEvent: (event, ends, connection) =>
      log.addEvent(event, ends, (one) => watch.judge(one, connection)),
    onUndecodable: (error) => unread.push(error instanceof Error ? error.message : "not an error"),
  });
  closers.defer(tap.close);
  closers.defer(watch.unlock);

  const programs = openPrograms({
    guard,
    programs: scenario.programs,
    folder: here,
    tapPort: tap.port,
    launchJava,
    browser: context.browser,
    databaseUrl: database?.url,
    proxied: { address: proxy === undefined ? undefined : PROXY_ADDRESS, ports },
    bootstrapOf: ({ throughTap }: Program) =>
      (throughTap === true ? doors?.bootstrap : undefined) ?? brokers?.bootstrap,
    onChange: log.addChange,
    signal: giveUp.signal,
  });
  closers.defer(programs.killAll);
  const findProcesses = () => new Map([...programs.pids(), ...(brokers?.pids() ?? [])]);
  const memory = scenario.series === undefined ? undefined : watchMemory(findProcesses);
  if (memory !== undefined) closers.defer(memory.close);
  const look: Look = {
    seen: log.seen,
    memory: (name) => memory?.readings(name) ?? [],
    rows: (name, query) =>
      name === POSTGRES && database !== undefined
        ? database.rows(query)
        : readRows(path.join(here, name), query),
    lines: (file) => readLines(path.join(here, file)),
    ...programs.look,
  };
  const fault = makeFault(point, watch, {
    look,
    kill: programs.kill,
    restart: programs.startAgain,
    async reload(pieces) {
      if (proxy === undefined) throw noProxy(subject);
      await proxy.reload(pieces);
    },
    async killLeader(topic, partition) {
      if (brokers === undefined) throw noBroker(subject);
      log.addChange(await brokers.killLeader(topic, partition), "killed");
    },
    signal: giveUp.signal,
  });
  // Avoids an unhandled rejection: `untilOver` looks at the fault once the programs have started.
  fault.catch(() => undefined);

  await programs.startAll();
  await untilOver(() => scenario.over(look), fault, watch, programs, {
    isLong: scenario.long === true,
    signal: giveUp.signal,
  });
  await memory?.close();
  const ended = await programs.end();
  const durationMs = Date.now() - log.startedAt;
  const [why] = unread;
  // Fails the run, since counts of the wire would be too low.
  if (why !== undefined) {
    throw new Failure("unread-connection", `The tap could not read a connection: ${why}`);
  }
  return {
    ...describeRun(request, { programs: ended, durationMs, log, look, marks: programs.marks }),
    kafkaVersion: brokers?.version,
    settings: [
      ...(brokers?.settings ?? []),
      ...(database?.settings ?? []),
      ...(proxy?.settings ?? []),
    ],
  };
}

function openBrokers(
  { scenario, files }: Subject,
  {
    source,
    guard,
    samples,
    folder,
  }: {
    readonly source: BrokerSource;
    readonly guard: Guard;
    readonly samples: string;
    readonly folder: string;
  },
): Promise<Brokers | undefined> {
  const { brokers: nodes, topics = [] } = scenario;
  if (nodes === undefined) return Promise.resolve(undefined);
  const usesName = findNames(files.map((file) => path.join(samples, file)));
  return startBrokers(
    source,
    { nodes, topics, usesName },
    { guard, folder: path.join(folder, "kafka") },
  );
}

function openDatabase(
  { database }: Scenario,
  { database: source, guard }: RunContext,
): Promise<Postgres | undefined> {
  if (database === undefined) return Promise.resolve(undefined);
  if (source.kind === "none") throw new Error("A run that lacks its database is not made.");
  return startPostgres(source, guard);
}

/** Starts the proxy that a held point names. */
function openProxy(
  behind: string | undefined,
  { sample, scenario, folder: section }: Subject,
  place: { readonly folder: string; readonly ports: ReadonlyMap<number, number> },
  { proxies, guard }: RunContext,
): Promise<RunningProxy | undefined> {
  if (behind === undefined) return Promise.resolve(undefined);
  const proxy = scenario.proxies?.[behind];
  if (proxy === undefined) {
    throw new Failure(
      "bad-scenario",
      `The scenario of ${sample.file} has no proxy "${behind}".\n  Its proxies: ${Object.keys(scenario.proxies ?? {}).join(", ") || "none"}`,
    );
  }
  const source = proxies.get(kindOfProxy(proxy));
  if (source?.kind !== "proxy") throw new Error("A run that lacks its proxy is not made.");
  return startProxy(behind, proxy, source, { guard, section, ...place });
}

/** Finds the standing doors: ports at which the tap listens for the one program that says `throughTap`. */
function findDoors({ programs }: Scenario, brokers: Brokers | undefined) {
  const [name, other] = Object.keys(programs).filter((it) => programs[it]?.throughTap === true);
  if (name === undefined || brokers === undefined) return undefined;
  if (other !== undefined) {
    // A connection to a standing door does not tell which program made it.
    throw new Failure(
      "bad-scenario",
      `"${name}" and "${other}" both say throughTap.\n  Only one program of a scenario can.`,
    );
  }
  const ports = brokers.doors;
  const bootstrap = [...ports.keys()].map((port) => `127.0.0.1:${port}`).join();
  return { program: name, ports, bootstrap };
}

function noBroker({ sample }: Subject): Failure {
  return new Failure(
    "bad-scenario",
    `The scenario of ${sample.file} kills the leader of a partition, and has no brokers.\n  Type: brokers: 3`,
  );
}

function noProxy({ sample }: Subject): Failure {
  return new Failure(
    "bad-scenario",
    `The scenario of ${sample.file} reloads a proxy where it has none.\n  Type: behind: "nginx"`,
  );
}
