import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { ChildProcess } from "node:child_process";
import type { Java } from "../jvm/find-java.ts";
import type { Jars } from "../jvm/jars.ts";
import type { NodePlace } from "./node-properties.ts";

/** Starts a process with standard output and error piped. Whoever passes one in sees to it that none is left. */
export type Spawn = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
) => ChildProcess;

/** What runs a node's classes. */
export interface Runtime {
  readonly java: Java;
  readonly jars: Jars;
  /** Path of an archive of classes: with one, a node starts in half the time. */
  readonly archive?: string | undefined;
}

/** A program of Kafka's that has begun. */
interface KafkaProcess {
  readonly signal: (name: "SIGKILL" | "SIGTERM") => void;
  /** Resolves to exit code or signal, once all output is read. */
  readonly ended: Promise<number | string>;
}

export interface NodeProcess extends KafkaProcess {
  /** Rejects with a `NodeFailure` when it ends before, or is not ready after a minute. */
  readonly ready: Promise<void>;
}

/** A node did not start. */
export class NodeFailure extends Error {
  override readonly name = "NodeFailure";
  /** Somebody else listens on one of its ports. */
  readonly isPortTaken: boolean;

  constructor(message: string, isPortTaken: boolean) {
    super(message);
    this.isPortTaken = isPortTaken;
  }
}

const sixtySeconds = 60_000;
const mostLines = 20;
const propertiesFile = "server.properties";
const logFile = "node.log";

/** Small and quick to start: the heap is a third of a broker's usual 1 GB, and code is compiled once, not twice. */
const flags = [
  "-Xmx512m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  // The JVM's own warnings (an archive that does not fit) would stand on standard output.
  "-Xlog:disable",
  "-Xlog:all=error:stderr",
  "-Dorg.slf4j.simpleLogger.logFile=System.out",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
  "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
  "-Dorg.slf4j.simpleLogger.showThreadName=false",
  // Hundreds of lines that say what server.properties says.
  "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
];

/** Makes a node's folder and has Kafka format it. @throws NodeFailure with the last lines of what was printed */
export async function formatNode(
  place: NodePlace,
  clusterId: string,
  properties: string,
  runtime: Runtime,
  spawn: Spawn,
): Promise<void> {
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(join(place.folder, propertiesFile), properties);
  // Written by hand, meta.properties would leave the features of newer versions off.
  const format = ["kafka.tools.StorageTool", "format", "-t", clusterId, "-c", propertiesFile];
  const output = collectLines(place);
  const ending = await runKafka(place, format, runtime, spawn, output.add).ended;
  if (ending !== 0) throw describeFailure(place, "cannot be formatted", ending, output.why());
}

/** Starts a formatted node. It can be ended before it is ready. */
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
    // Its listeners are open by then, and the controllers let it take part.
    if (line.endsWith("Kafka Server started")) started.resolve("started");
  };
  const program = ["kafka.Kafka", propertiesFile];
  const node = runKafka(place, program, runtime, spawn, listen, moreFlags);
  const waitUntilReady = async (): Promise<void> => {
    const timer = setTimeout(() => node.signal("SIGKILL"), sixtySeconds);
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
  return { signal: (name) => void child.kill(name), ended };
}

interface Output {
  readonly add: (line: string) => void;
  /** What somebody reads first who wants to know why it ended. */
  readonly why: () => readonly string[];
}

/** Keeps what matters of a program's lines, and all of them in the node's log. */
function collectLines(place: NodePlace): Output {
  let last: string[] = [];
  const trouble: string[] = [];
  return {
    add: (line) => {
      appendFileSync(join(place.folder, logFile), `${line}\n`);
      last = [...last.slice(1 - mostLines), line];
      const begins = / ERROR |^Exception in thread/.test(line);
      if ((begins || trouble.length > 0) && trouble.length < mostLines) trouble.push(line);
    },
    // After an error a node goes on to say, line by line, what it shuts down.
    why: () => (trouble.length > 0 ? trouble : last),
  };
}

function describeFailure(
  place: NodePlace,
  what: string,
  ending: number | string,
  lines: readonly string[],
): NodeFailure {
  const said = lines.map((line) => `    ${line}\n`).join("");
  return new NodeFailure(
    `broker-not-started  Node ${place.id} ${what} (it ended with ${ending}). Its last lines, or those from its first error on:\n${said}` +
      `  All of them, and its settings: ls ${place.folder}`,
    lines.some((line) => /BindException|failed to bind/i.test(line)),
  );
}
