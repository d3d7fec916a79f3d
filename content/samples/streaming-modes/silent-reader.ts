// The Warehouse is stopped: Orders keeps the stream, or pings.
// Run: node silent-reader.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerOptions } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "./local-orders.ts";
import { startChild } from "./start-child.ts";

const PATIENCE_MS = 1_500;
// Short, so that you need not wait for it.
const KEEPALIVE = {
  "grpc.keepalive_time_ms": 300,
  "grpc.keepalive_timeout_ms": 200,
} satisfies ServerOptions;

async function tell(server: ServerOptions): Promise<string> {
  const { promise: over, resolve } =
    Promise.withResolvers<string>();
  const orders = {
    followOrders: serverStream(
      async function* (_request, signal) {
        yield { cursor: "1" };
        await once(signal, "abort");
        resolve("told that nobody listens");
      },
    ),
  } satisfies Pick<OrderServiceServer, "followOrders">;
  const local = await serveOrders(orders, { server });
  const warehouse = await startChild(
    new URL("./warehouse-child.ts", import.meta.url),
    local.address,
  );
  warehouse.signal("SIGSTOP");
  const patience = sleep(PATIENCE_MS, "the stream is still open");
  const end = await Promise.race([over, patience]);
  warehouse.signal("SIGKILL");
  await warehouse.exit;
  local.close();
  return end;
}

const [without, withPings] = await Promise.all([
  tell({}),
  tell(KEEPALIVE),
]);
console.log(`without keepalive: ${without}`);
console.log(`with keepalive: ${withPings}`);
