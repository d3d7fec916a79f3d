// A proxy resets a silent stream, and its follower resumes.
// Run: node behind-a-proxy.ts
// Needs: ../proxies/nginx.conf, ../proxies/haproxy.cfg, ../proxies/envoy.yaml
import { openWarehouse } from "../example/fulfil.ts";
import { followOrders } from "../example/over-the-wire.ts";
import { startServer } from "../shop/server-process.ts";
import { verdict } from "../shop/verdict.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const program = new URL("../shop/orders.ts", import.meta.url);

// Nothing happens after 136 events, until the follower calls again.
const options = { port: 50_051, hold: 136 };
const orders = await startServer(program, options);
const warehouse = openWarehouse();

try {
  await followOrders(warehouse, GRPC_ADDRESS);
} catch (error) {
  console.log(`Warehouse: ended by ${String(error)}`);
} finally {
  console.log(`Warehouse: ${warehouse.handled()} handled`);
  console.log(verdict(warehouse.parcels()));
  warehouse.close();
  await orders.kill();
}
