// Runs a child process to its end, as if it were this one: same terminal, same signals, same exit.
// Used by main.mjs before anything is installed, and by the commands that are made of others.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Failure } from "../report/failure.mjs";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];
const graceMs = 5_000;

/**
 * Runs `command` and resolves to how it ended. Rejects when it cannot be started at all. With `onLine` its output does not
 * go to the terminal: each line goes there.
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
      // A child that does not stop would outlive this process, and hold its port.
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
    // What it has printed is all here by "close"; without pipes there is nothing to wait for.
    child.once(onLine === undefined ? "exit" : "close", (code, signal) => {
      settle();
      resolve({ code, signal });
    });
  });
}

/**
 * A killed npm, and the shell between it and this process, tell nobody below that they end: that
 * this process has another parent now is the only sign.
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onGone(), 250);
}

/** Ends this process the way the child ended: with its exit code, or by its signal. */
export function exitLike({ code, signal }) {
  if (signal === null) process.exit(code ?? 1);
  process.kill(process.pid, signal);
  // A signal takes a moment to arrive; nothing that stands after this call may run before it does.
  return new Promise((_, reject) => setTimeout(reject, graceMs, new Error(`ended by ${signal}`)));
}
