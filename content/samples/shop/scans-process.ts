// Starts the Warehouse's server for scanners as a process.
import {
  type ServerProcess,
  startServer,
} from "./server-process.ts";

const PROGRAM = new URL("./scans-server.ts", import.meta.url);

/** See scans-server.ts for what they do. */
export type ScansOptions = {
  readonly database: string;
  readonly hold?: number;
};

/** Resolves when it listens. */
export function startScansServer(
  options: ScansOptions,
): Promise<ServerProcess<ScansOptions>> {
  return startServer(PROGRAM, options);
}
