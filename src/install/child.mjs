// Runs a child process to its end with this process's terminal, signals and exit code. Used by
// main.mjs before packages are installed, and by commands that run other commands.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Failure } from "../report/failure.mjs";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];
const graceMs = 5_000;

/**
 * Runs `command` and resolves to its exit code or signal. Rejects when it cannot be started. With `onLine`, each line
 * of its output is passed to that function instead of the terminal.
 */
export function runToEnd(command, options, spawnOptions = {}, onLine) {
  return new Promise((resolve, reject) => {
    const stdio = onLine === undefined ? "inherit" : ["inherit", "pipe", "pipe"];
    const child = spawn(command, options, { stdio, ...spawnOptions });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null && onLine !== undefined)
        createInterface({ input: stream }).on("line", onLine);
    }
    let grace;
    const forward = (signal) => {
      child.kill(signal);
      // A child that ignores the signal would outlive this process and keep its port.
      grace ??= setTimeout(() => child.kill("SIGKILL"), graceMs);
    };
    const watch = watchParent(() => forward("SIGTERM"));
    const settle = () => {
      clearTimeout(grace);
      clearInterval(watch);
      for (const signal of forwarded) process.off(signal, forward);
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.once("error", (error) => {
      settle();
      reject(new Failure("not-started", `Cannot run ${command}: ${error.message}`));
    });
    // With pipes, "close" comes when all output has been read; without pipes, "exit" is enough.
    child.once(onLine === undefined ? "exit" : "close", (code, signal) => {
      settle();
      resolve({ code, signal });
    });
  });
}

/**
 * Calls `onGone` when npm was killed. Neither npm nor its shell passes the signal on, so the only sign
 * is that this process has a new parent.
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onGone(), 250);
}

/** Ends this process as the child ended: with the same exit code, or by the same signal. */
export function exitLike({ code, signal }) {
  if (signal === null) process.exit(code ?? 1);
  process.kill(process.pid, signal);
  // A signal takes a moment to arrive. Until then this promise stays pending, so the caller does not go on.
  return new Promise((_, reject) => setTimeout(reject, graceMs, new Error(`ended by ${signal}`)));
}
