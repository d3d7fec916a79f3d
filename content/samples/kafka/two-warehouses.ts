// Two Warehouses that run at once, each under its own name.
// Run: node two-warehouses.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openWarehouse } from "../example/fulfil.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openOrders, recordOf } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PROGRAM = new URL(
  "../example/warehouse-log.ts",
  import.meta.url,
);
const NAMES = ["warehouse-0", "warehouse-1"];
const EVENTS = standardRun().slice(0, 300);
const PAUSE_MS = 50;
/** The first hears of the second by a heartbeat, every 3 s. */
const SETTLED_MS = 4_000;
/** Three heartbeats: who was sent away is back by then. */
const QUIET_MS = 9_000;

// #region start
/** Each has a database of its own, to see who does what. */
async function startWarehouse(
  name: string,
  database: string,
): Promise<ChildProcess> {
  const child = fork(
    PROGRAM,
    [`--orders=${KAFKA_BROKERS}`, `--database=${database}`],
    { silent: true, env: { ...process.env, WAREHOUSE: name } },
  );
  child.stderr?.pipe(process.stderr);
  // Its first line says that it has joined its group.
  if (child.stdout) await once(child.stdout, "data");
  return child;
}
// #endregion start

async function publishSlowly(): Promise<void> {
  const orders = openOrders();
  for (const event of EVENTS) {
    await orders.send({ messages: [recordOf(event)] });
    await sleep(PAUSE_MS);
  }
  await orders.close();
}

function handledIn(database: string): number {
  const warehouse = openWarehouse(database);
  try {
    return warehouse.handled();
  } finally {
    warehouse.close();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), "warehouse-"));
const members: ChildProcess[] = [];
await withTopics(["order-events"], async () => {
  const databases = NAMES.map((name) => path.join(folder, name));
  try {
    for (const [at, name] of NAMES.entries()) {
      const database = databases[at] ?? "";
      members.push(await startWarehouse(name, database));
    }
    await sleep(SETTLED_MS);
    await publishSlowly();
    await sleep(QUIET_MS);
    const handled = databases.map(handledIn);
    const sum = handled.reduce((all, count) => all + count, 0);
    // The exact count is chance; the scenario reads it here.
    await writeFile("handled.txt", `${sum}\n`);
    const isOnce = sum === EVENTS.length;
    const handlings = isOnce ? "each once" : "some by both";
    console.log(`${EVENTS.length} written, handled ${handlings}`);
  } finally {
    for (const member of members) member.kill("SIGKILL");
    await rm(folder, { recursive: true });
  }
});
