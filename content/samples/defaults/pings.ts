// A client that pings too often, and a server of grpc-js.
// Run: node pings.ts
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";

// Some thirty pings, and nothing else.
const SILENT_MS = 3_000;
// Others allow one in five minutes, and forgive two.
const PINGING = { "grpc.keepalive_time_ms": 100 };

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    yield { event: undefined, cursor: "0" };
    await sleep(SILENT_MS, undefined, { signal });
    yield { event: undefined, cursor: "1" };
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

const { client, close } = await serveOrders(orders, {
  client: PINGING,
});
const call = client.followOrders({ afterCursor: "0" });
let deliveries = 0;

try {
  for await (const _ of messages(call)) deliveries += 1;
  console.log(`${deliveries} deliveries = 0 OK`);
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.log(`${deliveries} deliveries = ${error.message}`);
} finally {
  close();
}
