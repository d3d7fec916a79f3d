// A call more than a connection may have: it waits, and no error.
// Run: node streams-per-channel.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { credentials } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { serverStream } from "../grpc/handlers.ts";
import { lasting, placeOrder } from "../symptoms/place-order.ts";
import { serveOrders } from "./local-orders.ts";

// Few, for the run. Set none, and a proxy may still have a limit.
const STREAMS = 10;
const LIMIT_MS = 1_000;
const SETTLED_MS = 100;

const orders = {
  placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
  followOrders: serverStream(async function* (_request, signal) {
    yield { cursor: "1" };
    await once(signal, "abort");
  }),
} satisfies Pick<
  OrderServiceServer,
  "placeOrder" | "followOrders"
>;

const { client, address, close } = await serveOrders(orders, {
  server: { "grpc.max_concurrent_streams": STREAMS },
});
const place = async (through: OrderServiceClient) => {
  const deadline = Date.now() + LIMIT_MS;
  return lasting(await placeOrder(through, { deadline }));
};

// #region channels
const streams = Array.from({ length: STREAMS }, () =>
  client.followOrders({ afterCursor: "0" }),
);
await Promise.all(streams.map((call) => once(call, "data")));
console.log(`${streams.length} streams are open`);
console.log(`one call more: ${await place(client)}`);

// With equal options it would share the full connection.
const another = new OrderServiceClient(
  address,
  credentials.createInsecure(),
  { "grpc.use_local_subchannel_pool": 1 },
);
console.log(`on another connection: ${await place(another)}`);
// #endregion channels

// CANCELLED, by this program or by Orders at the end.
for (const call of streams) call.on("error", () => undefined);
const waiting = place(client);
await sleep(SETTLED_MS);
streams[0]?.cancel();
console.log(`waits while one is cancelled: ${await waiting}`);
console.log(`the next call: ${await place(client)}`);
another.close();
close();
