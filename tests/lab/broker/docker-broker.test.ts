import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Spawn } from "../../../src/lab/broker/cluster.ts";
import { startDockerBroker } from "../../../src/lab/broker/docker-broker.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands } from "../jvm/fake-command.ts";
import { makeSpawn } from "../jvm/real-java.ts";

// A stand-in for the command: how it is called and ended can be seen, not what Docker makes of it.
const docker = `case $1 in
  run) echo "$@" > run; echo $$ > pid; echo "[1] INFO Kafka Server started (kafka.server)"; exec sleep 60;;
  rm) echo "$@" > rm; kill $(cat pid);;
esac`;

test("a broker in Docker is mapped to 127.0.0.1, cannot be struck, and is removed by name", async () => {
  const { spawn, folder, listAlive } = standIn(docker);
  const cluster = await startDockerBroker({ folder, kafka: "3.9.1" }, spawn);
  const [node] = cluster.nodes;
  const run = readFileSync(join(folder, "run"), "utf8");
  expect(run).toContain(`-p 127.0.0.1:${node?.port}:9092 -p 127.0.0.1:${node?.labPort}:`);
  expect(run).toContain("KAFKA_ADVERTISED_LISTENERS=TAP://localhost:9092,LAB://127.0.0.1:");
  expect(run).toContain("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS=0");
  expect(run.trim()).toMatch(/ apache\/kafka:3\.9\.1$/);
  await expect(node?.kill()).rejects.toThrow(/^broker-in-docker/);

  await cluster.close();
  expect(readFileSync(join(folder, "rm"), "utf8")).toContain(/--name (\S+)/.exec(run)?.[1]);
  expect(listAlive()).toEqual([]);
});

test("one that ends before it is ready is said to, with what to type", async () => {
  const { spawn, folder } = standIn("exit 125");
  const starting = startDockerBroker({ folder, kafka: "3.9.1" }, spawn);
  await expect(starting).rejects.toThrow(/^broker-not-started .*\n {2}Look why: docker run --rm/);
});

function standIn(script: string): { spawn: Spawn; folder: string; listAlive: () => string[] } {
  const command = join(makeCommands({ docker: script }), "docker");
  const spawned = makeSpawn();
  return {
    spawn: (_, args, options) => spawned.spawn(command, args, options),
    folder: makeFolder({}),
    listAlive: spawned.listAlive,
  };
}
