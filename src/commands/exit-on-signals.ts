import { constants } from "node:os";

/**
 * Ends the process through `exit` on Ctrl-C, SIGTERM and SIGHUP, so that exit handlers run.
 *
 * @param code the exit code; by default the shell's: 130 after Ctrl-C, 143 after SIGTERM
 */
export function exitOnSignals(code?: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(code ?? 128 + constants.signals[signal]));
  }
}
