import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import {
  Admin,
  Consumer,
  ProduceAcks,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Cluster, startCluster } from "../../../src/lab/broker/cluster.ts";
import { createTopics } from "../../../src/lab/broker/create-topics.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { findRealJava, makeSpawn } from "../jvm/real-java.ts";

// The first run on a machine downloads the jars and makes the archive of classes.
const real = await findRealJava("tests/lab/broker/cluster.test.ts");
const twoMinutes = 120_000;

describe.skipIf(real === undefined)("a cluster", { timeout: twoMinutes }, () => {
  test("of one node keeps a record through a SIGKILL, and ends without leaving a process", async () => {
    const { cluster, spawned } = await start({ nodes: 1 });
    const [node] = cluster.nodes;
    if (node === undefined) throw new Error("no node");
    await createTopics(listLab(cluster), [{ name: "order-events", partitions: 3 }]);
    await produce(listLab(cluster), "o-1", "placed");
    expect(await readAll(listLab(cluster))).toEqual(["o-1 placed"]);

    await node.kill();
    expect(spawned.listAlive()).toEqual([]);
    expect(await listens(node.labPort)).toBe(false);
    await node.start();
    expect(await readAll(listLab(cluster))).toEqual(["o-1 placed"]);

    await cluster.close();
    expect(spawned.count()).toBeGreaterThan(2);
    expect(spawned.listAlive()).toEqual([]);
  });

  test("advertises the names that samples use on the listener that the tap leads to", async () => {
    const { cluster } = await start({ nodes: 1 });
    const [node] = cluster.nodes;
    if (node === undefined) throw new Error("no node");
    expect(node.advertised).toBe("localhost:9092");
    expect(await askBrokers(`127.0.0.1:${node.port}`)).toEqual(["localhost:9092"]);
    expect(await askBrokers(`127.0.0.1:${node.labPort}`)).toEqual([`127.0.0.1:${node.labPort}`]);
  });

  test("of three nodes takes and gives records after one is killed, and takes it back", async () => {
    const { cluster, spawned } = await start({ nodes: 3 });
    const [killed, ...others] = cluster.nodes;
    if (killed === undefined) throw new Error("no node");
    const left = others.map(({ labPort }) => `127.0.0.1:${labPort}`);
    await createTopics(listLab(cluster), [{ name: "order-events", partitions: 3, replicas: 3 }]);
    await produce(listLab(cluster), "o-1", "placed");

    await killed.kill();
    await leadersMoved(left, killed.id);
    await produce(left, "o-1", "paid");
    expect(await readAll(left)).toEqual(["o-1 placed", "o-1 paid"]);

    await killed.start();
    // Ready means that it has what it missed, or gets it now; createTopics waits for three in-sync replicas.
    await createTopics(listLab(cluster), [{ name: "warehouse", partitions: 1, replicas: 3 }]);
    await cluster.close();
    expect(spawned.listAlive()).toEqual([]);
  });

  test("stops in peace: SIGTERM, the log closed, and nothing to recover", async () => {
    const { cluster, folder, spawned } = await start({ nodes: 1 });
    await cluster.nodes[0]?.stop();
    expect(spawned.listAlive()).toEqual([]);
    expect(readFileSync(join(folder, "node-1", "node.log"), "utf8")).toContain(
      "shut down completed",
    );
  });

  test("lists the settings that differ from production's, a scenario's among them", async () => {
    const properties = { "log.retention.ms": 60_000 };
    const { cluster } = await start({ nodes: 1, properties });
    expect(cluster.settings).toContain("group.initial.rebalance.delay.ms=0");
    expect(cluster.settings).toContain("log.retention.ms=60000");
  });

  test("that cannot start rejects with the node's last lines and its folder, and leaves nothing", async () => {
    const spawned = makeSpawn();
    const folder = makeFolder({});
    const properties = { "num.io.threads": 0 };
    const starting = startCluster({ ...javaOf(), nodes: 1, folder, properties }, spawned.spawn);
    await expect(starting).rejects.toThrow(/^broker-not-started {2}Node 1[^]*num\.io\.threads/);
    await expect(starting).rejects.toThrow(`ls ${join(folder, "node-1")}`);
    expect(spawned.listAlive()).toEqual([]);
  });

  test("of which one node cannot start ends the others", async () => {
    const spawned = makeSpawn();
    const folder = makeFolder({});
    const starting = startCluster({ ...javaOf(), nodes: 3, folder }, (command, args, options) => {
      const isThird = args.includes("kafka.Kafka") && options.cwd.endsWith("node-3");
      return spawned.spawn(isThird ? "false" : command, args, options);
    });
    await expect(starting).rejects.toThrow(/^broker-not-started {2}Node 3 does not start/);
    expect(spawned.count()).toBeGreaterThanOrEqual(3);
    expect(spawned.listAlive()).toEqual([]);
  });

  test("that meets a port taken at the last moment begins again on others", async () => {
    const spawned = makeSpawn();
    const folder = makeFolder({});
    const taken: number[] = [];
    const cluster = await startCluster(
      { ...javaOf(), nodes: 1, folder },
      (command, args, options) => {
        const port =
          taken.length === 0 && args.includes("kafka.Kafka") ? readLabPort(options.cwd) : 0;
        if (port > 0) {
          const server = createServer().listen(port, "127.0.0.1");
          onTestFinished(() => void server.close());
          taken.push(port);
        }
        return spawned.spawn(command, args, options);
      },
    );
    onTestFinished(() => cluster.close());
    expect(taken).toHaveLength(1);
    expect(cluster.nodes[0]?.labPort).not.toBe(taken[0]);
    expect(await askBrokers(...listLab(cluster))).toEqual(listLab(cluster));
  });
});

function javaOf(): Pick<Parameters<typeof startCluster>[0], "jars" | "java"> {
  if (real === undefined) throw new Error("These tests are skipped without Java.");
  return { jars: real.jars, java: real.java };
}

async function start(
  options: Pick<Parameters<typeof startCluster>[0], "nodes" | "properties">,
): Promise<{ cluster: Cluster; folder: string; spawned: ReturnType<typeof makeSpawn> }> {
  const folder = makeFolder({});
  const spawned = makeSpawn();
  const cluster = await startCluster({ ...javaOf(), ...options, folder }, spawned.spawn);
  onTestFinished(() => cluster.close());
  return { cluster, folder, spawned };
}

function listLab(cluster: Cluster): string[] {
  return cluster.nodes.map(({ labPort }) => `127.0.0.1:${labPort}`);
}

function readLabPort(folder: string): number {
  const text = readFileSync(join(folder, "server.properties"), "utf8");
  return Number(/^listeners=LAB:\/\/127\.0\.0\.1:(\d+)/m.exec(text)?.[1]);
}

async function produce(brokers: string[], key: string, value: string): Promise<void> {
  const producer = new Producer({
    clientId: "test",
    bootstrapBrokers: brokers,
    serializers: stringSerializers,
  });
  // Without acks here (those given to the constructor are not used) the client asks for the leader's word alone.
  await producer.send({
    acks: ProduceAcks.ALL,
    messages: [{ topic: "order-events", key, value }],
  });
  await producer.close();
}

/** Everything in the topic, as its end was when this was called. */
async function readAll(brokers: string[]): Promise<string[]> {
  const consumer = new Consumer({
    clientId: "test",
    // A group of its own, so that it does not wait for an earlier one's members.
    groupId: randomUUID(),
    bootstrapBrokers: brokers,
    deserializers: stringDeserializers,
    autocommit: false,
  });
  const ends = await consumer.listOffsets({ topics: ["order-events"] });
  let left = (ends.get("order-events") ?? []).reduce((sum, end) => sum + Number(end), 0);
  const stream = await consumer.consume({ topics: ["order-events"], mode: "earliest" });
  const seen: string[] = [];
  if (left > 0) {
    for await (const message of stream) {
      seen.push(`${message.key} ${message.value}`);
      if (--left === 0) break;
    }
  }
  await consumer.close(true);
  return seen;
}

/** Where the brokers say that they are, to a client that came in through this address. */
async function askBrokers(...addresses: string[]): Promise<string[]> {
  const admin = new Admin({ clientId: "test", bootstrapBrokers: addresses });
  const { brokers } = await admin.metadata({ topics: [] });
  await admin.close();
  return [...brokers.values()].map(({ host, port }) => `${host}:${port}`);
}

async function leadersMoved(brokers: string[], from: number): Promise<void> {
  const admin = new Admin({ clientId: "test", bootstrapBrokers: brokers });
  for (;;) {
    const { topics } = await admin.metadata({ topics: ["order-events"], forceUpdate: true });
    const leaders = topics.get("order-events")?.partitions.map(({ leader }) => leader) ?? [];
    if (leaders.length > 0 && leaders.every((leader) => leader >= 0 && leader !== from)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await admin.close();
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
