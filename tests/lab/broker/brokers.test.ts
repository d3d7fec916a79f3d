import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startBrokers } from "../../../src/lab/broker/brokers.ts";
import type { Guard } from "../../../src/lab/processes/guard.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands } from "../jvm/fake-command.ts";
import { findRealJava, makeSpawn } from "../jvm/real-java.ts";

const real = await findRealJava("tests/lab/broker/brokers.test.ts");
const twoMinutes = 120_000;
const topics = [{ name: "order-events", partitions: 3, replicas: 3 }];
const wanted = { nodes: 1, topics, usesName: () => false } as const;

function guardOf(spawn: Guard["spawn"]): Guard {
  const unused = (): never => {
    throw new Error("not asked for");
  };
  return { spawn, makeFolder: unused, removeFolder: unused, close: unused };
}

describe.skipIf(real === undefined)("brokers of a run", { timeout: twoMinutes }, () => {
  test("that refuse a topic say which and why, and none is left running", async () => {
    if (real === undefined) return;
    const spawned = makeSpawn();
    const folder = makeFolder({});
    const starting = startBrokers(real, wanted, { guard: guardOf(spawned.spawn), folder });
    await expect(starting).rejects.toThrow(
      /^topics-not-made {2}The broker refused the topic "order-events" of 3 partitions with 3 replicas each: .*replicat/,
    );
    expect(spawned.count()).toBeGreaterThan(0);
    expect(spawned.listAlive()).toEqual([]);
  });
});

test("a container is removed when its broker refuses a topic", async () => {
  // Says that it is ready and answers nobody: whatever topic is asked for cannot be made.
  const docker = `case $1 in
  run) echo $$ > pid; echo "Kafka Server started"; exec sleep 60;;
  rm) echo "$@" > rm; kill $(cat pid);;
esac`;
  const command = join(makeCommands({ docker }), "docker");
  const spawned = makeSpawn();
  const folder = makeFolder({});
  const starting = startBrokers({ kind: "docker", version: "28", kafka: "4.4.0" }, wanted, {
    guard: guardOf((_, args, options) => spawned.spawn(command, args, options)),
    folder,
  });
  await expect(starting).rejects.toThrow(/^topics-not-made {2}The broker refused/);
  expect(existsSync(join(folder, "rm"))).toBe(true);
  expect(spawned.listAlive()).toEqual([]);
}, 60_000);
