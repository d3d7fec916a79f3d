// A busy handler answers no ping: Orders is taken for dead.
// Run: node busy-handler.ts
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { startChild } from "./start-child.ts";

// Short, so that you need not wait for it.
const KEEPALIVE = {
  "grpc.keepalive_time_ms": 300,
  "grpc.keepalive_timeout_ms": 500,
} satisfies ChannelOptions;

// #region follow
async function follow(options: ChannelOptions): Promise<string> {
  const orders = await startChild(
    new URL("./busy-orders.ts", import.meta.url),
  );
  const client = new OrderServiceClient(
    `127.0.0.1:${orders.said}`,
    credentials.createInsecure(),
    options,
  );
  let handled = 0;
  try {
    const call = client.followOrders({ afterCursor: "0" });
    for await (const _ of messages(call)) handled += 1;
    return `${handled} events, 0 OK`;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${handled} events, ${error.message}`;
  } finally {
    client.close();
    orders.signal("SIGKILL");
    await orders.exit;
  }
}
// #endregion follow

console.log(`without keepalive: ${await follow({})}`);
console.log(`with keepalive: ${await follow(KEEPALIVE)}`);
