// A client that pings far too often, and a server of grpc-js.
// Run: node pings.ts
import { once } from "node:events";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";

const orders = {
  // Nothing happens.
  followOrders: serverStream(async function* (_request, signal) {
    yield { event: undefined, cursor: "0" };
    await once(signal, "abort");
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

// Others allow a ping each five minutes and forgive two.
const pinging = { "grpc.keepalive_time_ms": 100 };
const { client, close } = await serveOrders(orders, {
  client: pinging,
});
const call = client.followOrders({ afterCursor: "0" });
process.once("SIGINT", () => call.cancel());
process.once("SIGTERM", () => call.cancel());

try {
  for await (const _ of messages(call)) console.log("following");
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.log(`ended by = ${error.details}`);
} finally {
  close();
}
