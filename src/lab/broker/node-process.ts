import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { ChildProcess } from "node:child_process";
import { Failure } from "../../report/failure.mjs";
import type { Java } from "../jvm/find-java.ts";
import type { Jars } from "../jvm/jars.ts";
import type { NodePlace } from "./node-properties.ts";

/** Starts a process with standard output and error piped. It must also see to it that the process is ended. */
export type Spawn = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
) => ChildProcess;

/** The Java and the jars that run a node. */
export interface Runtime {
  readonly java: Java;
  readonly jars: Jars;
  /** Path of an archive of classes, with which a node starts in half the time. */
  readonly archive?: string | undefined;
}

/** A program of Kafka that has been started. */
interface KafkaProcess {
  /** `undefined` when it could not be started. */
  readonly pid: number | undefined;
  readonly signal: (name: "SIGKILL" | "SIGTERM") => void;
  /** Resolves to the exit code or signal, once all output has been read. */
  readonly ended: Promise<number | string>;
}

export interface NodeProcess extends KafkaProcess {
  /** Resolves when the node is ready; rejects with a `NodeFailure` when it ends first or takes two minutes. */
  readonly ready: Promise<void>;
}

/** The failure of a node that did not start. */
export class NodeFailure extends Failure {
  /** Whether another process listens on one of its ports. */
  readonly isPortTaken: boolean;

  constructor(what: string, isPortTaken: boolean) {
    super("broker-not-started", what);
    this.isPortTaken = isPortTaken;
  }
}

/** On an idle machine a node is ready within seconds. */
const READY_LIMIT_MS = 120_000;
const SHOWN_LINES = 20;
const SHOWN_LINE_LENGTH = 300;
const PROPERTIES_FILE = "server.properties";
const LOG_FILE = "node.log";

/** Options for a small node that starts quickly: half of a broker's usual heap of 1 GB, and only one compiler level. */
const flags = [
  "-Xmx512m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  // The JVM prints its own warnings (an archive that does not fit) on standard output by default.
  "-Xlog:disable",
  "-Xlog:all=error:stderr",
  "-Dorg.slf4j.simpleLogger.logFile=System.out",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
  "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
  "-Dorg.slf4j.simpleLogger.showThreadName=false",
  // Leaves out hundreds of lines that repeat server.properties.
  "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
];

/** Makes a node's folder and writes its settings there. */
export function makeNodeFolder(place: NodePlace, properties: string): void {
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(join(place.folder, PROPERTIES_FILE), properties);
}

/** Makes a node's folder and has Kafka format it. @throws NodeFailure with the last lines that Kafka printed */
export async function formatNode(
  place: NodePlace,
  clusterId: string,
  properties: string,
  runtime: Runtime,
  spawn: Spawn,
): Promise<void> {
  makeNodeFolder(place, properties);
  // Formatted by Kafka's tool: a meta.properties written by hand would leave newer features switched off.
  const format = ["kafka.tools.StorageTool", "format", "-t", clusterId, "-c", PROPERTIES_FILE];
  const output = collectLines(place);
  const ending = await runKafka(place, format, runtime, spawn, output.add).ended;
  if (ending !== 0) throw describeFailure(place, "cannot be formatted", ending, output.why());
}

/** Starts a formatted node. The caller may end it before it is ready. */
export function startNode(
  place: NodePlace,
  runtime: Runtime,
  spawn: Spawn,
  moreFlags: readonly string[] = [],
): NodeProcess {
  const output = collectLines(place);
  const started = Promise.withResolvers<"started">();
  const listen = (line: string): void => {
    output.add(line);
    // By then its listeners are open and the controllers have admitted it.
    if (line.endsWith("Kafka Server started")) started.resolve("started");
  };
  const program = ["kafka.Kafka", PROPERTIES_FILE];
  const node = runKafka(place, program, runtime, spawn, listen, moreFlags);
  const waitUntilReady = async (): Promise<void> => {
    const timer = setTimeout(() => node.signal("SIGKILL"), READY_LIMIT_MS);
    const first = await Promise.race([started.promise, node.ended]);
    clearTimeout(timer);
    if (first !== "started") throw describeFailure(place, "does not start", first, output.why());
  };
  return { ...node, ready: waitUntilReady() };
}

function runKafka(
  place: NodePlace,
  program: readonly string[],
  { java, jars, archive }: Runtime,
  spawn: Spawn,
  onLine: (line: string) => void,
  moreFlags: readonly string[] = [],
): KafkaProcess {
  const child = spawn(
    java.command,
    [
      ...flags,
      ...(archive === undefined ? [] : [`-XX:SharedArchiveFile=${archive}`]),
      ...moreFlags,
      "-cp",
      jars.files.join(delimiter),
      ...program,
    ],
    { cwd: place.folder },
  );
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => {
      onLine(error.message);
      resolve(error.message);
    });
    child.once("close", (code, signal) => resolve(signal ?? code ?? 1));
  });
  return { pid: child.pid, signal: (name) => void child.kill(name), ended };
}

interface Output {
  readonly add: (line: string) => void;
  /** The lines that best explain why the program ended. */
  readonly why: () => readonly string[];
}

/** Writes all lines of a program to the node's log, and keeps the last ones and those from the first error on. */
function collectLines(place: NodePlace): Output {
  let last: string[] = [];
  const trouble: string[] = [];
  return {
    add: (line) => {
      appendFileSync(join(place.folder, LOG_FILE), `${line}\n`);
      last = [...last.slice(1 - SHOWN_LINES), line];
      const begins = / ERROR |^Exception in thread/.test(line);
      if ((begins || trouble.length > 0) && trouble.length < SHOWN_LINES) trouble.push(line);
    },
    // The last lines seldom help after an error, since a node then logs everything that it shuts down.
    why: () => (trouble.length > 0 ? trouble : last),
  };
}

function describeFailure(
  place: NodePlace,
  what: string,
  ending: number | string,
  lines: readonly string[],
): NodeFailure {
  const said = lines.map((line) => `    ${line.slice(0, SHOWN_LINE_LENGTH)}\n`).join("");
  return new NodeFailure(
    `Node ${place.id} ${what} (it ended with ${ending}). Its last lines, or those from its first error on:\n${said}` +
      `  All of them, and its settings: ls ${place.folder}`,
    lines.some((line) => /BindException|failed to bind/i.test(line)),
  );
}
