// The example on the log: the Warehouse is killed at event 500.
// Run: node log.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { standardRun } from "../shop/standard-run.ts";
import { verdict } from "../shop/verdict.ts";
import { openWarehouse } from "./fulfil.ts";
import { createOrdersTopic, TopicError } from "./orders-topic.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const KILLED_AT = 500;
const DOWN_MS = 2_000;
const LOOK_MS = 5;
const PROGRAM = new URL("./warehouse-log.ts", import.meta.url);
const { values } = parseArgs({
  options: { replace: { type: "boolean", default: false } },
});
const events = standardRun();
const orders = await createOrdersTopic(
  KAFKA_BROKERS,
  values,
).catch((error: unknown) => {
  if (!(error instanceof TopicError)) throw error;
  console.error(error.message);
  process.exit(1);
});
const folder = await mkdtemp(path.join(tmpdir(), "warehouse-"));
const database = path.join(folder, "warehouse.db");
// This program reads the Warehouse's database itself.
const { handled, parcels, close } = openWarehouse(database);

function startWarehouse(): ChildProcess {
  const options = [
    `--orders=${KAFKA_BROKERS}`,
    `--database=${database}`,
  ];
  // A name for one process at a time: the second starts when the
  // first is gone.
  const env = { ...process.env, WAREHOUSE: "warehouse-0" };
  return fork(PROGRAM, options, { env });
}

/** Resolves as well when the Warehouse has ended before. */
async function untilHandled(
  count: number,
  child: ChildProcess,
): Promise<void> {
  while (handled() < count && child.exitCode === null) {
    await sleep(LOOK_MS);
  }
}

// #region killed-at-500
async function killedAt500(): Promise<void> {
  // Only these, so that nothing is under way at the kill.
  await orders.publish(events.slice(0, KILLED_AT));
  const first = startWarehouse();
  const gone = once(first, "exit");
  await untilHandled(KILLED_AT, first);
  first.kill("SIGKILL");
  await gone;
  console.log(`killed: ${handled()} events handled`);
  console.log(`${parcels().length} parcels have left`);
  // No Warehouse is there to read, and Orders need not know.
  await orders.publish(events.slice(KILLED_AT));
  await sleep(DOWN_MS);
  const second = startWarehouse();
  const stopped = once(second, "exit");
  await untilHandled(events.length, second);
  // A topic has no end: this program stops the Warehouse.
  second.kill("SIGTERM");
  const [code] = await stopped;
  if (code !== 0) throw new Error(`exit status ${code}`);
  console.log(`ended: ${handled()} events handled`);
  console.log(verdict(parcels()));
}
// #endregion killed-at-500

try {
  await killedAt500();
} finally {
  close();
  await orders.remove();
  await rm(folder, { recursive: true });
}
