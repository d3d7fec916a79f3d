import { BOOTSTRAP, PROGRAM, TAP_PORT } from "../tap/control.ts";
import type { Program } from "../scenario.ts";

/** How a program is started, and what a reader types for it. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly typed: string;
}

export interface NodeOptions {
  /** The folder of the program's file. */
  readonly folder: string;
  /** Leads it through a tap; without, it runs as a reader runs it. */
  readonly tapPort: number | undefined;
  /** Where the run's brokers are, for a client that is not written in JavaScript. */
  readonly bootstrap: string | undefined;
  /** Where Node keeps compiled packages from one program to the next. */
  readonly compileCache: string;
}

const DIVERT = new URL("../tap/divert.ts", import.meta.url).href;
/** SQLite is still marked experimental in Node 24. */
const QUIET = "--disable-warning=ExperimentalWarning";

/** The command line of a program in TypeScript: `node file.ts`, with nothing of this process's own options. */
export function launchNode(name: string, program: Program, options: NodeOptions): Launch {
  const args = [program.file, ...(program.arguments ?? [])];
  return {
    command: process.execPath,
    args,
    folder: options.folder,
    env: environment(name, options),
    typed: ["node", ...args].join(" "),
  };
}

function environment(name: string, options: NodeOptions): NodeJS.ProcessEnv {
  const { tapPort, bootstrap, compileCache } = options;
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_COMPILE_CACHE: compileCache };
  if (tapPort === undefined) return { ...env, NODE_OPTIONS: QUIET };
  return {
    ...env,
    NODE_OPTIONS: `${QUIET} --import=${DIVERT}`,
    [TAP_PORT]: String(tapPort),
    [PROGRAM]: name,
    ...(bootstrap === undefined ? {} : { [BOOTSTRAP]: bootstrap }),
  };
}
