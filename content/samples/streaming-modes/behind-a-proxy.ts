// A proxy resets a silent stream, and its follower resumes.
// Run: node behind-a-proxy.ts
import { openWarehouse } from "../example/fulfil.ts";
import { followOrders } from "../example/over-the-wire.ts";
import { startOrders } from "../shop/orders-process.ts";
import { verdict } from "../shop/verdict.ts";
import { startIdleProxy } from "./idle-proxy.ts";

// A minute is usual.
const IDLE_MS = 500;

// Nothing happens after 136 events, until the follower calls again.
const orders = await startOrders({ hold: 136 });
const proxy = await startIdleProxy(orders.address, IDLE_MS);
const warehouse = openWarehouse();

try {
  await followOrders(warehouse, proxy.address);
} catch (error) {
  console.log(`Warehouse: ended by ${String(error)}`);
} finally {
  console.log(`Warehouse: ${warehouse.handled()} handled`);
  console.log(verdict(warehouse.parcels()));
  warehouse.close();
  proxy.close();
  await orders.kill();
}
