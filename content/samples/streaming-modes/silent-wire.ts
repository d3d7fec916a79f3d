// Silent wire: Orders is stopped, and only a ping finds out.
// Run: node silent-wire.ts
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { startChild } from "./start-child.ts";

const HOLD = 3;
const PATIENCE_MS = 1_500;
// #region keepalive
// Short, so that you need not wait for it.
const KEEPALIVE = {
  "grpc.keepalive_time_ms": 300,
  "grpc.keepalive_timeout_ms": 200,
} satisfies ChannelOptions;
// #endregion keepalive

// #region follow
async function follow(options: ChannelOptions): Promise<string> {
  const orders = await startChild(
    new URL("../shop/orders.ts", import.meta.url),
    "--happened=1000",
    `--hold=${HOLD}`,
  );
  const client = new OrderServiceClient(
    `127.0.0.1:${orders.said}`,
    credentials.createInsecure(),
    options,
  );
  const call = client.followOrders({ afterCursor: "0" });
  // Ends the run: without it the call would wait on.
  const patience = setTimeout(() => call.cancel(), PATIENCE_MS);
  try {
    for await (const { cursor } of messages(call)) {
      if (Number(cursor) === HOLD) orders.signal("SIGSTOP");
    }
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error.message;
  } finally {
    clearTimeout(patience);
    client.close();
    orders.signal("SIGKILL");
    await orders.exit;
  }
}
// #endregion follow

const [without, withPings] = await Promise.all([
  follow({}),
  follow(KEEPALIVE),
]);
console.log(`without keepalive: ${without}`);
console.log(`with keepalive: ${withPings}`);
