import { BOOTSTRAP, PORTS, PROGRAM, TAP_PORT } from "../tap/control.ts";
import type { Program } from "../scenario.ts";
import { inheritEnvironment } from "./inherit.ts";

/** The command that starts a program, and what a reader types instead. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly typed: string;
}

/** What programs of a scenario with proxies are told. */
export interface Proxied {
  /** The proxy's address, which clients dial; `undefined` in a run without a proxy. */
  readonly address: string | undefined;
  /** A port of a server in the configuration → where the server listens. */
  readonly ports: ReadonlyMap<number, number>;
}

export interface NodeOptions {
  /** The folder of the program's file. */
  readonly folder: string;
  /** Port at which the program asks the tap; without it the program connects directly, as a reader's does. */
  readonly tapPort: number | undefined;
  /** Address of the run's brokers, for a client that is not written in JavaScript. */
  readonly bootstrap: string | undefined;
  readonly proxied?: Proxied;
  /** Folder in which Node keeps compiled packages for the next program. */
  readonly compileCache: string;
}

const DIVERT = new URL("../tap/divert.ts", import.meta.url).href;
/** Hides the warning that SQLite is experimental in Node 24. */
const QUIET = "--disable-warning=ExperimentalWarning";

/** Returns the command line of a program in TypeScript, `node file.ts`. */
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
  const { tapPort, bootstrap, compileCache, proxied } = options;
  const env = {
    ...inheritEnvironment(),
    NODE_COMPILE_CACHE: compileCache,
    ...(proxied?.address === undefined ? {} : { GRPC_ADDRESS: proxied.address }),
    ...(proxied === undefined ? {} : { [PORTS]: listPairs(proxied) }),
  };
  if (tapPort === undefined) return { ...env, NODE_OPTIONS: QUIET };
  return {
    ...env,
    NODE_OPTIONS: `${QUIET} --import=${DIVERT}`,
    [TAP_PORT]: String(tapPort),
    [PROGRAM]: name,
    ...(bootstrap === undefined ? {} : { [BOOTSTRAP]: bootstrap }),
  };
}

/** A server that starts again may ask for the port that it got before. */
function listPairs({ ports }: Proxied): string {
  const pairs = [...ports].flatMap(([port, instead]) => [
    [port, instead],
    [instead, instead],
  ]);
  return pairs.map((pair) => pair.join("=")).join();
}
