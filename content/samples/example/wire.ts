// The example on the wire: the Warehouse is killed at event 500.
// Run: node wire.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startOrders } from "../shop/orders-process.ts";
import { verdict } from "../shop/verdict.ts";
import { openWarehouse } from "./fulfil.ts";

const KILLED_AT = 500;
const DOWN_MS = 2_000;
const LOOK_MS = 5;
const PROGRAM = new URL("./warehouse.ts", import.meta.url);
const folder = await mkdtemp(path.join(tmpdir(), "warehouse-"));
const database = path.join(folder, "warehouse.db");
// Orders holds at 500: nothing is under way at the kill.
const orders = await startOrders({ hold: KILLED_AT });
// This program reads the Warehouse's database itself.
const { handled, parcels, close } = openWarehouse(database);

function startWarehouse(): ChildProcess {
  return fork(PROGRAM, [
    `--orders=${orders.address}`,
    `--database=${database}`,
  ]);
}

// #region killed-at-500
async function killedAt500(): Promise<void> {
  const first = startWarehouse();
  const gone = once(first, "exit");
  while (handled() < KILLED_AT && first.exitCode === null) {
    await sleep(LOOK_MS);
  }
  first.kill("SIGKILL");
  await gone;
  console.log(`killed: ${handled()} events handled`);
  console.log(`${parcels().length} parcels have left`);
  await sleep(DOWN_MS);
  const second = startWarehouse();
  const [code] = await once(second, "exit");
  if (code !== 0) throw new Error(`exit status ${code}`);
  console.log(`ended: ${handled()} events handled`);
  console.log(verdict(parcels()));
}
// #endregion killed-at-500

try {
  await killedAt500();
} finally {
  close();
  await orders.kill();
  await rm(folder, { recursive: true });
}
