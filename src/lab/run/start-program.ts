import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { ProgramRun } from "../../receipts/receipt.ts";
import type { Guard } from "../processes/guard.ts";
import { isJava, type LaunchJava } from "../java/prepare.ts";
import type { Program } from "../scenario.ts";
import { BOOTSTRAP, PROGRAM, TAP_PORT } from "../tap/control.ts";

/** A program of a scenario that has been started. */
export interface RunningProgram {
  readonly name: string;
  /** Standard output so far. */
  readonly output: readonly string[];
  /** Standard error so far, for a message of ours when something went wrong. */
  readonly complaints: () => string;
  readonly hasEnded: () => boolean;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when it has ended and everything that it wrote is here. */
  readonly ended: Promise<ProgramRun>;
  /** Resolves when it has said so; rejects when it ends without. */
  readonly ready: Promise<void>;
}

export interface StartOptions {
  readonly guard: Guard;
  /** The folder of the program's file. */
  readonly folder: string;
  /** Leads it through a tap; without, it runs as a reader runs it. */
  readonly tapPort?: number;
  /** Where a program finds the run's brokers when nothing diverts it; nothing in a run without. */
  readonly bootstrapOf?: (program: Program) => string | undefined;
  /** Says how Java is started; absent where no program is Java's. */
  readonly launchJava?: LaunchJava | undefined;
}

const DIVERT = new URL("../tap/divert.ts", import.meta.url).href;

/** Starts a program as a reader does, `node file.ts`, with nothing of this process's own options. */
export function startProgram(
  name: string,
  program: Program,
  options: StartOptions,
): RunningProgram {
  const launch = isJava(program)
    ? launchWithJava(program, options)
    : launchWithNode(name, program, options);
  const { command, args, folder, env, typed } = launch;
  const child = options.guard.spawn(command, args, { cwd: folder, env });
  const output: string[] = [];
  let complaints = "";
  let isOver = false;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const ended = follow(child, output).then((exit): ProgramRun => {
    isOver = true;
    return { name, command: typed, output, exit };
  });
  return {
    name,
    output,
    complaints: () => complaints,
    hasEnded: () => isOver,
    kill: (signal) => void child.kill(signal),
    ended,
    ready: untilReady(child, program, output, ended),
  };
}

interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What a reader types. */
  readonly typed: string;
}

function launchWithNode(
  name: string,
  program: Program,
  { folder, tapPort, bootstrapOf }: StartOptions,
): Launch {
  const args = [program.file, ...(program.arguments ?? [])];
  const typed = ["node", ...args].join(" ");
  const env = environment(name, tapPort, bootstrapOf?.(program));
  return { command: process.execPath, args, folder, env, typed };
}

function launchWithJava(program: Program, { launchJava, bootstrapOf }: StartOptions): Launch {
  if (launchJava === undefined) throw new Error(`${program.file} was not compiled.`);
  // Both would speak to every Java, on standard error.
  const { JAVA_TOOL_OPTIONS: _, JDK_JAVA_OPTIONS: _too, ...env } = process.env;
  return { ...launchJava(program, bootstrapOf?.(program)), env };
}

function environment(
  name: string,
  tapPort: number | undefined,
  bootstrap: string | undefined,
): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _ours, ...rest } = process.env;
  // SQLite is still marked experimental in Node 24.
  const quiet = "--disable-warning=ExperimentalWarning";
  if (tapPort === undefined) return { ...rest, NODE_OPTIONS: quiet };
  return {
    ...rest,
    NODE_OPTIONS: `${quiet} --import=${DIVERT}`,
    [TAP_PORT]: String(tapPort),
    [PROGRAM]: name,
    ...(bootstrap === undefined ? {} : { [BOOTSTRAP]: bootstrap }),
  };
}

async function follow(child: ChildProcess, output: string[]): Promise<number | string> {
  if (child.stdout === null) throw new Error("A program's output is piped.");
  createInterface({ input: child.stdout }).on("line", (line) => output.push(line));
  // "close" comes after "exit", when its output has been read to the end.
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return code ?? signal ?? "unknown";
}

async function untilReady(
  child: ChildProcess,
  { ready }: Program,
  output: readonly string[],
  ended: Promise<ProgramRun>,
): Promise<void> {
  if (ready === undefined) return;
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!output.includes(ready)) {
    if (isOver) throw new Error(`It ended before it said "${ready}".`);
    await Promise.race([once(child.stdout ?? child, "data"), ended]);
  }
}
