import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Failure } from "../../report/failure.mjs";
import type { ProgramRun } from "../../receipts/receipt.ts";
import { type BrowserSource, isPage } from "../browser/pages.ts";
import { isJava, type LaunchJava } from "../java/prepare.ts";
import type { Guard } from "../processes/guard.ts";
import type { Program } from "../scenario.ts";
import { inheritEnvironment } from "./inherit.ts";
import { type Launch, launchNode, type Proxied } from "./launch-node.ts";
import { launchPage } from "./launch-page.ts";

/** A program of a scenario that has been started. */
export interface RunningProgram {
  readonly name: string;
  /** Its process id; `undefined` when it could not be started. */
  readonly pid: number | undefined;
  /** Lines of standard output so far. */
  readonly output: readonly string[];
  /** Returns standard error so far, for an error message. */
  readonly complaints: () => string;
  readonly hasEnded: () => boolean;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when the program has ended and its output was read to the end. */
  readonly ended: Promise<ProgramRun>;
  /** Resolves when the program has printed its `ready` line, at once without one; rejects when it ends before that. */
  readonly ready: Promise<void>;
}

export interface StartOptions {
  readonly guard: Guard;
  /** The folder of the program's file. */
  readonly folder: string;
  /** Port at which the program asks the tap; without it the program connects directly, as a reader's does. */
  readonly tapPort?: number;
  /** Returns the brokers' address for a program that cannot be diverted; `undefined` in a run without brokers. */
  readonly bootstrapOf?: (program: Program) => string | undefined;
  /** What opens a page of a scenario; absent where no program is a page. */
  readonly browser?: BrowserSource;
  /** The address of the run's database, for a program in Java; absent in a run without one. */
  readonly databaseUrl?: string | undefined;
  readonly proxied?: Proxied;
  /** Returns the command line of a Java program; absent where no program is in Java. */
  readonly launchJava?: LaunchJava | undefined;
}

const compileCaches = new WeakMap<Guard, string>();

/** Starts a program with the command that a reader types, or its equivalent for Java. */
export function startProgram(
  name: string,
  program: Program,
  options: StartOptions,
): RunningProgram {
  const { command, args, folder, env, typed } = launch(name, program, options);
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
    pid: child.pid,
    output,
    complaints: () => complaints,
    hasEnded: () => isOver,
    kill: (signal) => void child.kill(signal),
    ended,
    ready: untilReady(child, program, output, ended, () => complaints),
  };
}

function launch(name: string, program: Program, options: StartOptions): Launch {
  const bootstrap = options.bootstrapOf?.(program);
  if (!isJava(program)) {
    const node = {
      folder: options.folder,
      tapPort: options.tapPort,
      bootstrap,
      ...(options.proxied === undefined ? {} : { proxied: options.proxied }),
      compileCache: findCompileCache(options.guard),
    };
    if (!isPage(program)) return launchNode(name, program, node);
    return launchPage(program, options.browser, (host) => launchNode(name, host, node));
  }
  if (options.launchJava === undefined) throw new Error(`${program.file} was not compiled.`);
  const { databaseUrl } = options;
  return {
    ...options.launchJava(program, bootstrap),
    env: {
      ...inheritEnvironment(),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  };
}

/** Returns the compile cache that all runs of a guard share; the guard removes it at the end. */
function findCompileCache(guard: Guard): string {
  const folder = compileCaches.get(guard) ?? guard.makeFolder("compile-cache");
  compileCaches.set(guard, folder);
  return folder;
}

async function follow(child: ChildProcess, output: string[]): Promise<number | string> {
  if (child.stdout === null) throw new Error("A program's output is piped.");
  createInterface({ input: child.stdout }).on("line", (line) => output.push(line));
  // Unlike "exit", "close" comes when the output has been read to the end.
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return code ?? signal ?? "unknown";
}

async function untilReady(
  child: ChildProcess,
  { ready, file }: Program,
  output: readonly string[],
  ended: Promise<ProgramRun>,
  complaints: () => string,
): Promise<void> {
  if (ready === undefined) return;
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!output.includes(ready)) {
    if (isOver) {
      const said = [...output, complaints().trim()].join("\n").replaceAll(/^/gm, "    ");
      throw new Failure("not-ready", `${file} ended before it said "${ready}":\n${said}`);
    }
    await Promise.race([once(child.stdout ?? child, "data"), ended]);
  }
}
