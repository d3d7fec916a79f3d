// The follow loop through a lost server, a quiet time, a reload.
// Run: node idle-minute.ts
// Needs: ./nginx.conf, ./haproxy.cfg, ./envoy-files.yaml
import { setTimeout as sleep } from "node:timers/promises";
import { openWarehouse } from "../example/fulfil.ts";
import { followOrders } from "../example/over-the-wire.ts";
import { startServer } from "../shop/server-process.ts";
import { verdict } from "../shop/verdict.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const EVENTS = 1_000;
const LOST_AT = 400;
const QUIET_AT = 700;
// Until two health checks of HAProxy have found a new server.
const FOUND_MS = 5_000;

const orders = new URL("../shop/orders.ts", import.meta.url);
const quiet = new URL("./quiet-orders.ts", import.meta.url);

const warehouse = openWarehouse();
const options = { port: 50_051, hold: LOST_AT };
const first = await startServer(orders, options);
await sleep(FOUND_MS);

async function disturb(): Promise<void> {
  await warehouse.untilHandled(LOST_AT);
  await startServer(quiet, { port: 50_052 });
  await sleep(FOUND_MS);
  await first.kill();
  await warehouse.untilHandled(QUIET_AT);
  console.log(`Orders is quiet after ${QUIET_AT}`);
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
