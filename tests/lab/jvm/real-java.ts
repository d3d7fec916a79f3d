import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import type { Spawn } from "../../../src/lab/broker/cluster.ts";
import { type BrokerSource, findBrokerSource } from "../../../src/lab/broker/source.ts";

/** Java and Kafka's jars on this machine; nothing, said loudly, where brokers cannot be started. */
export async function findRealJava(
  file: string,
): Promise<Extract<BrokerSource, { kind: "java" }> | undefined> {
  const source = await findBrokerSource();
  if (source.kind === "java") return source;
  const why = source.kind === "none" ? source.why : "no Java with Kafka's jars (see above).";
  console.error(`NOT RUN  ${file}: ${why}`);
  return undefined;
}

/** Starts processes that end with the test at the latest, and remembers them. */
export function makeSpawn(): { spawn: Spawn; listAlive: () => string[]; count: () => number } {
  const children: ChildProcess[] = [];
  const listAlive = (): ChildProcess[] =>
    children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  onTestFinished(() => {
    for (const child of listAlive()) child.kill("SIGKILL");
  });
  return {
    spawn: (command, args, options) => {
      const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
      children.push(child);
      return child;
    },
    listAlive: () => listAlive().map(({ spawnargs }) => spawnargs.slice(-2).join(" ")),
    count: () => children.length,
  };
}
