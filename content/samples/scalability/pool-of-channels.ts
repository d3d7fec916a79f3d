// 300 streams, and a server that serves 100 on a connection.
// Run: node pool-of-channels.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  OrderServiceClient,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";
import { openPool } from "./channel-pool.ts";

const LIMIT = 100;
const STREAMS = 300;
const SETTLED_MS = 1_500;

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    yield { cursor: "1" };
    await once(signal, "abort");
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;
const { address, close } = await serveOrders(orders, {
  server: { "grpc.max_concurrent_streams": LIMIT },
});

// #region streams
/** How many of 300 streams get an event, and how many fail. */
async function countServed(size: number) {
  const pool = openPool(OrderServiceClient, address, size);
  let served = 0;
  let failed = 0;
  const calls = Array.from({ length: STREAMS }, () =>
    pool
      .next()
      .followOrders({ afterCursor: "0" })
      .once("data", () => (served += 1))
      .on("error", () => (failed += 1)),
  );
  await sleep(SETTLED_MS);
  const counted = { served, failed };
  for (const call of calls) call.cancel();
  pool.close();
  return counted;
}
// #endregion streams

for (const size of [1, 2, 3]) {
  const { served, failed } = await countServed(size);
  const waiting = STREAMS - served - failed;
  console.log(
    `pool of ${size} = ${served} served, ${waiting} wait, ${failed} fail`,
  );
}
close();
