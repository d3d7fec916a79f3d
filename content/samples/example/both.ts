// The example on both: a topic, and an edge that is killed.
// Run: node both.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { standardRun } from "../shop/standard-run.ts";
import { verdict } from "../shop/verdict.ts";
import { startEdge } from "./edge-process.ts";
import { openWarehouse } from "./fulfil.ts";
import { createOrdersTopic, TopicError } from "./orders-topic.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PORTS = [50_051, 50_052];
const EDGES = PORTS.map((port) => `127.0.0.1:${port}`);
const KILLED_AT = 500;
const LOOK_MS = 5;
const PROGRAM = new URL("./warehouse-edge.ts", import.meta.url);
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
// One for each city. This program reads their databases itself.
const warehouses = ["ams", "ber", "mad"].map((name) => {
  const database = path.join(folder, `${name}.db`);
  return { name, database, ...openWarehouse(database) };
});
const handled = () =>
  warehouses.reduce((sum, it) => sum + it.handled(), 0);

function startWarehouse(
  name: string,
  database: string,
): ChildProcess {
  const options = [
    `--orders=ipv4:${EDGES.join(",")}`,
    `--database=${database}`,
  ];
  const env = { ...process.env, WAREHOUSE: name };
  return fork(PROGRAM, options, { env });
}

/** Resolves as well when a Warehouse has ended before. */
async function untilHandled(
  count: number,
  running: readonly ChildProcess[],
): Promise<void> {
  const isUp = () => running.every((it) => it.exitCode === null);
  while (handled() < count && isUp()) await sleep(LOOK_MS);
}

async function stop(
  programs: readonly ChildProcess[],
): Promise<void> {
  for (const program of programs) {
    const isUp = program.exitCode === null;
    const ended = isUp ? once(program, "exit") : [];
    program.kill("SIGTERM");
    const [code = program.exitCode] = await ended;
    if (code !== 0) throw new Error(`exit status ${code}`);
  }
}

// #region edge-killed
async function edgeKilled(): Promise<void> {
  await orders.publish(events.slice(0, KILLED_AT));
  const [first, ...rest] = await Promise.all(
    PORTS.map(startEdge),
  );
  const followers = warehouses.map(({ name, database }) =>
    startWarehouse(name, database),
  );
  await untilHandled(KILLED_AT, followers);
  first?.kill("SIGKILL");
  console.log(`edge killed: ${handled()} events handled`);
  await orders.publish(events.slice(KILLED_AT));
  await untilHandled(events.length, followers);
  await stop([...followers, ...rest]);
  console.log(`ended: ${handled()} events handled`);
  const parcels = warehouses.flatMap((it) => it.parcels());
  console.log(verdict(parcels));
}
// #endregion edge-killed

try {
  await edgeKilled();
} finally {
  for (const { close } of warehouses) close();
  await orders.remove();
  await rm(folder, { recursive: true });
}
