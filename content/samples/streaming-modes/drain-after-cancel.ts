// The reader leaves: "drain" never comes to whoever waits for it.
// Run: node drain-after-cancel.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerWritableStream } from "@grpc/grpc-js";
import type {
  Delivery,
  OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { untilCancelled } from "../grpc/requests.ts";
import { table } from "./black-friday.ts";
import { serveOrders } from "./local-orders.ts";

const LIMIT_MS = 1_000;
type Handler = OrderServiceServer["followOrders"];
type Call = ServerWritableStream<unknown, Delivery>;

// #region drain
async function sendAll(
  call: Call,
  signal?: AbortSignal,
): Promise<void> {
  for (const delivery of table()) {
    if (call.write(delivery)) continue;
    await once(call, "drain", { signal });
  }
  call.end();
}
// #endregion drain

/** What has become of a handler whose reader took one and left. */
async function leave(
  serve: (ended: (how: string) => void) => Handler,
): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { client, close } = await serveOrders({
    followOrders: serve(resolve),
  });
  const call = client.followOrders({ afterCursor: "0" });
  for await (const _ of messages(call)) break;
  const limit = sleep(LIMIT_MS, "still waiting after 1 s");
  const end = await Promise.race([promise, limit]);
  close();
  return end;
}

const bare = await leave((ended) => (call) => {
  void sendAll(call).then(() => ended("all written"));
});
const withSignal = await leave((ended) => (call) => {
  const end = (error: Error) => ended(`ended, ${error.name}`);
  sendAll(call, untilCancelled(call)).catch(end);
});
const generator = await leave((ended) =>
  serverStream(async function* () {
    try {
      yield* table();
    } finally {
      ended("ended");
    }
  }),
);
console.log(`once(call, "drain"): ${bare}`);
console.log(`once(call, "drain", { signal }): ${withSignal}`);
console.log(`a generator: ${generator}`);
