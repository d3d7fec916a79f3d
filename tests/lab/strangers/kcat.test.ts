import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { OrderEvent } from "../../../content/samples/gen/shop/v1/orders.ts";
import { standardRun } from "../../../content/samples/shop/standard-run.ts";
import { startCluster } from "../../../src/lab/broker/cluster.ts";
import { createTopics } from "../../../src/lab/broker/create-topics.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { findRealJava, makeSpawn } from "../jvm/real-java.ts";
import { findStranger } from "./find-stranger.ts";

const FILE = "tests/lab/strangers/kcat.test.ts";
const kcat = findStranger("kcat", FILE);
const real = await findRealJava(FILE);
const run = promisify(execFile);
const MOST_BYTES = 10_000_000;
afterEach(() => vi.unstubAllEnvs());

interface Line {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly header: string;
  readonly value: Buffer;
}

describe.skipIf(kcat === undefined || real === undefined)(
  "kcat, a client in C,",
  { timeout: 120_000 },
  () => {
    test("reads the keys, values and sequence that a sample wrote", async () => {
      const brokers = await startBroker();
      // Read when the sample is loaded.
      vi.stubEnv("KAFKA_BROKERS", brokers);
      const { publish } = await import("../../../content/samples/kafka/orders-producer.ts");
      const events = standardRun();
      await publish(events);

      const lines = await readAll(brokers);
      expect(lines).toHaveLength(events.length);
      const byId = new Map(lines.map((line) => [line.header, line]));
      for (const event of events) {
        const line = byId.get(`event-id=${event.eventId}`);
        expect(line?.key).toBe(event.orderId);
        expect(OrderEvent.decode(line?.value ?? Buffer.alloc(0))).toEqual(event);
      }
      for (const partition of [0, 1, 2]) {
        const own = lines.filter((line) => line.partition === partition);
        expect(own.map(({ offset }) => offset)).toEqual(own.map((_, index) => index));
        const keys = new Set(own.map(({ key }) => key));
        const written = events.filter(({ orderId }) => keys.has(orderId));
        expect(own.map(({ header }) => header)).toEqual(
          written.map(({ eventId }) => `event-id=${eventId}`),
        );
      }
    });
  },
);

async function startBroker(): Promise<string> {
  if (real === undefined) throw new Error("no Java");
  const folder = makeFolder({});
  const cluster = await startCluster(
    { jars: real.jars, java: real.java, nodes: 1, folder },
    makeSpawn().spawn,
  );
  onTestFinished(() => cluster.close());
  const brokers = cluster.nodes.map(({ labPort }) => `127.0.0.1:${labPort}`);
  await createTopics(brokers, [{ name: "order-events", partitions: 3 }]);
  return brokers.join();
}

/** Values are bytes: each line says how many follow it. */
async function readAll(brokers: string): Promise<readonly Line[]> {
  const format = String.raw`%p %o %k %h %S\n%s`;
  const args = ["-b", brokers, "-C", "-t", "order-events", "-e", "-q", "-f", format];
  const { stdout } = await run(kcat ?? "", args, { encoding: "buffer", maxBuffer: MOST_BYTES });
  const lines: Line[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf("\n", at);
    const [partition, offset, key = "", header = "", size] = stdout
      .toString("utf8", at, end)
      .split(" ");
    const next = end + 1 + Number(size);
    const value = stdout.subarray(end + 1, next);
    lines.push({ partition: Number(partition), offset: Number(offset), key, header, value });
    at = next;
  }
  return lines;
}
