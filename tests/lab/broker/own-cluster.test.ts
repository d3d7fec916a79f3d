import { join } from "node:path";
import {
  Admin,
  Consumer,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../src/lab/broker/cluster.ts";
import { createTopics } from "../../../src/lab/broker/create-topics.ts";
import { findNames } from "../../../src/lab/broker/names-used.ts";
import { borrowCluster } from "../../../src/lab/broker/own-cluster.ts";
import { type Guard, openGuard } from "../../../src/lab/processes/guard.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { findRealJava } from "../jvm/real-java.ts";

const real = await findRealJava("tests/lab/broker/own-cluster.test.ts");
const twoMinutes = 120_000;

describe.skipIf(real === undefined)("somebody's own cluster", { timeout: twoMinutes }, () => {
  let guard: Guard;
  let cluster: Cluster;
  let bootstrap: string[];
  beforeAll(async () => {
    if (real === undefined) return;
    guard = openGuard();
    const folder = guard.makeFolder("own-cluster");
    cluster = await startCluster({ nodes: 1, folder, ...real }, guard.spawn);
    bootstrap = cluster.nodes.map(({ labPort }) => `127.0.0.1:${labPort}`);
    await createTopics(bootstrap, [{ name: "invoices", partitions: 1 }]);
    await readAs("accounting", "invoices");
  }, twoMinutes);
  afterAll(async () => {
    await cluster.close();
    guard.close();
  });

  test("has what it had before, whatever the run made", async () => {
    const before = await list();
    expect(before).toEqual({ topics: ["invoices"], groups: ["accounting"] });
    const borrowed = await borrowCluster(
      bootstrap,
      [{ name: "order-events", partitions: 3 }],
      () => false,
    );
    await createTopics(bootstrap, [{ name: "named-by-no-scenario", partitions: 1 }]);
    await readAs("warehouse", "order-events");
    await send("order-events", "a-run");
    // A member that was killed is one until its session ends: left open, its group cannot be deleted at once.
    const killed = await joinAs("analytics", "order-events");
    expect((await list()).groups).toContain("warehouse");
    setTimeout(() => void killed.close(true), 1_000);
    await borrowed.close();
    expect(await list()).toEqual(before);
  });

  test("is not touched when it has something that the run would use", async () => {
    const before = await list();
    for (const [usesName, name] of [
      [(it: string) => it === "accounting", "accounting"],
      [(it: string) => it === "invoices", "invoices"],
    ] as const) {
      await expect(
        borrowCluster(bootstrap, [{ name: "order-events", partitions: 3 }], usesName),
      ).rejects.toThrow(`not-empty  The cluster of KAFKA_BOOTSTRAP has "${name}" already.`);
    }
    await expect(
      borrowCluster(bootstrap, [{ name: "invoices", partitions: 1 }], () => false),
    ).rejects.toThrow(/^not-empty {2}.*"invoices"/);
    expect(await list()).toEqual(before);
  });

  test("keeps nothing of a run whose topics it refuses", async () => {
    const before = await list();
    await expect(
      borrowCluster(
        bootstrap,
        [
          { name: "order-events", partitions: 3 },
          { name: "labels", partitions: 1, replicas: 3 },
        ],
        () => false,
      ),
    ).rejects.toThrow(/^topics-not-made {2}.*"labels"/);
    expect(await list()).toEqual(before);
  });

  async function list() {
    const admin = new Admin({ clientId: "test", bootstrapBrokers: bootstrap });
    const [topics, groups] = await Promise.all([admin.listTopics(), admin.listGroups()]);
    await admin.close();
    return {
      topics: topics.filter((name) => !name.startsWith("__")).sort(),
      groups: [...groups.keys()].sort(),
    };
  }

  async function send(topic: string, transactionalId: string) {
    const producer = new Producer({
      clientId: "test",
      bootstrapBrokers: bootstrap,
      serializers: stringSerializers,
      idempotent: true,
      transactionalId,
    });
    const transaction = await producer.beginTransaction();
    await transaction.send({ messages: [{ topic, key: "o-1", value: "placed" }] });
    await transaction.commit();
    await producer.close();
  }

  async function joinAs(groupId: string, topic: string) {
    const consumer = new Consumer({
      clientId: "test",
      groupId,
      bootstrapBrokers: bootstrap,
      deserializers: stringDeserializers,
      sessionTimeout: 6_000,
      heartbeatInterval: 500,
    });
    await consumer.consume({ topics: [topic], mode: "earliest", autocommit: false });
    return consumer;
  }

  async function readAs(groupId: string, topic: string) {
    const consumer = await joinAs(groupId, topic);
    await consumer.commit({
      offsets: [{ topic, partition: 0, offset: 0n, leaderEpoch: -1 }],
    });
    await consumer.close(true);
  }
});

describe("names that a run uses", () => {
  const uses = (name: string): boolean => {
    const folder = makeFolder({
      "read.ts": 'new Consumer({ groupId: "warehouse", topic: `order-events` });',
      "Count.java": 'store("per-warehouse");',
    });
    return findNames([join(folder, "read.ts"), join(folder, "Count.java")])(name);
  };

  test.each(["warehouse", "order-events", "per-warehouse", "per-warehouse-changelog"])(
    'include "%s"',
    (name) => expect(uses(name)).toBe(true),
  );
  test.each(["invoices", "warehouse-nightly", "order-eventsource", "events"])(
    'do not include "%s"',
    (name) => expect(uses(name)).toBe(false),
  );
});
