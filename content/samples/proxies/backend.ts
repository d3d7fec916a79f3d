// Orders in a process of its own, to be killed or shut down.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

export interface Backend {
  /** What its handlers have said so far, oldest first. */
  readonly saw: readonly string[];
  /** Resolves when a handler begins, from now on. */
  begins(): Promise<void>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** Ends running calls. Before it, drain() lets them go on. */
  force(): Promise<void>;
  drain(): void;
}

const PROGRAM = new URL("./orders-backend.ts", import.meta.url);

/** Resolves when it listens. `workMs`: how long an order takes. */
export async function startBackend(
  port: number,
  workMs = 0,
): Promise<Backend> {
  const child = fork(PROGRAM, [
    `--port=${port}`,
    `--work=${workMs}`,
  ]);
  const endChild = () => void child.kill("SIGKILL");
  process.once("exit", endChild);
  child.once("exit", () => process.off("exit", endChild));
  const [said] = await Promise.race([
    once(child, "message"),
    once(child, "exit"),
  ]);
  if (said !== "listening") throw new Error("It did not start.");

  const saw: string[] = [];
  child.on("message", (what) => {
    if (typeof what === "string") saw.push(what);
  });
  return {
    saw,
    async begins() {
      await once(child, "message");
    },
    kill: () => end(child, () => child.kill("SIGKILL")),
    force: () => end(child, () => child.send("force")),
    drain: () => void child.send("drain"),
  };
}

async function end(
  child: ChildProcess,
  order: () => void,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return;
  const ended = once(child, "exit");
  order();
  await ended;
}
