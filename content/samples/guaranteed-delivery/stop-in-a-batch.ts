// What is committed after SIGTERM in a batch, and after an error.
// Run: node stop-in-a-batch.ts
// Needs: ./commit-per-batch.ts
import { Admin, Producer } from "@platformatic/kafka";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openWorkBook } from "./work-book.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const FIRST_STOP = 250;
const LOOK_MS = 5;
const PATIENCE_MS = 30_000;

openWorkBook().close();
const book = new DatabaseSync("warehouse.db");
const count = book.prepare(
  "select count(*) as lines, count(distinct event_id) as events from work",
);
const handled = () => Number(count.get()?.["lines"]);

/** Starts the Warehouse, and stops it at this many events. */
async function runUntil(events: number): Promise<string> {
  const warehouse = spawn(
    process.execPath,
    ["commit-per-batch.ts"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const exit = once(warehouse, "exit");
  const end = performance.now() + PATIENCE_MS;
  while (handled() < events && warehouse.exitCode === null) {
    await sleep(LOOK_MS);
    if (performance.now() < end) continue;
    warehouse.kill("SIGKILL");
    return "it goes on";
  }
  warehouse.kill("SIGTERM");
  const [status] = await exit;
  return `exit status ${status}`;
}

async function committed(): Promise<number> {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers,
  });
  const [group] = await admin.listConsumerGroupOffsets({
    groups: ["warehouse"],
  });
  await admin.close();
  const partitions = group?.topics[0]?.partitions ?? [];
  return partitions.reduce(
    (sum, { committedOffset }) => sum + Number(committedOffset),
    0,
  );
}

/** The first of a batch that nothing else is in. */
async function publishBadRecord(): Promise<void> {
  const orders = new Producer({
    clientId: "orders",
    bootstrapBrokers,
  });
  const value = Buffer.from("half an event");
  await orders.send({
    messages: [{ topic: "order-events", partition: 0, value }],
  });
  await orders.close();
}

const events = standardRun();
await publish(events);
// #region stops
console.log(`SIGTERM: ${await runUntil(FIRST_STOP)}`);
const done = handled();
console.log(`stopped on the way: ${done < events.length}`);
console.log(
  `committed less handled: ${(await committed()) - done}`,
);
console.log(`started again: ${await runUntil(events.length)}`);
console.log(`rows in the book: ${handled()}`);
console.log(
  `different events: ${String(count.get()?.["events"])}`,
);
await publishBadRecord();
console.log(`a bad record: ${await runUntil(Infinity)}`);
console.log(
  `committed less handled: ${(await committed()) - handled()}`,
);
// #endregion stops
book.close();
