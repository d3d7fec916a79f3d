// The follow loop through a lost server, a silence, a reload.
// Run: node follow-through.ts
// Needs: ./nginx.conf, ./haproxy.cfg, ./envoy.yaml
import { setTimeout as sleep } from "node:timers/promises";
import { openWarehouse } from "../example/fulfil.ts";
import { followOrders } from "../example/over-the-wire.ts";
import { startServer } from "../shop/server-process.ts";
import { verdict } from "../shop/verdict.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const EVENTS = 1_000;
const LOST_AT = 400;
const SILENT_AT = 700;
// Longer than a time-out of the proxy, and the loop's pause.
const SILENCE_MS = 4_000;

const program = new URL("../shop/orders.ts", import.meta.url);
const startOrders = (
  port: number,
  happened: number,
  hold: number,
) => startServer(program, { port, happened, hold });

const warehouse = openWarehouse();
const first = await startOrders(50_051, 0, LOST_AT);

async function disturb(): Promise<void> {
  await warehouse.untilHandled(LOST_AT);
  const second = await startOrders(50_052, LOST_AT, SILENT_AT);
  await first.kill();
  await warehouse.untilHandled(SILENT_AT);
  console.log(`Orders is silent after ${SILENT_AT}`);
  await sleep(SILENCE_MS);
  if (warehouse.handled() < EVENTS) {
    console.log("No time-out has ended the silence");
    await startOrders(50_051, SILENT_AT, EVENTS);
    await second.kill();
  }
  await warehouse.untilHandled(EVENTS);
}

try {
  await Promise.all([
    followOrders(warehouse, GRPC_ADDRESS),
    disturb(),
  ]);
} catch (error) {
  console.log(`Warehouse: ended by ${String(error)}`);
}
console.log(`Warehouse: ${warehouse.handled()} handled`);
console.log(verdict(warehouse.parcels()));
warehouse.close();
// The servers end with this process.
process.exit();
