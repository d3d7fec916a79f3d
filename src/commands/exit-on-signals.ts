import { constants } from "node:os";

/**
 * Makes Ctrl-C and a request to stop end the process through `exit`, so that exit handlers run.
 * Without an exit code of one's own, it is the shell's: 130 after Ctrl-C, 143 after SIGTERM.
 */
export function exitOnSignals(code?: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(code ?? 128 + constants.signals[signal]));
  }
}
