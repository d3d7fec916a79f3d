// Cancel a stream: leave the loop, and Orders stops as well.
// Run: node cancel-a-stream.ts
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { connect } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const INTERVAL_MS = 10;

// #region orders
const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    let place = 0;
    try {
      for (const event of standardRun()) {
        // Without the signal Orders would sleep on.
        await sleep(INTERVAL_MS, undefined, { signal });
        place += 1;
        yield { event, cursor: String(place) };
      }
    } finally {
      console.log("Orders: nobody listens, stopped");
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

const { client, close } = await connect(orders);

// #region warehouse
async function readUntilPaid(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  call.once("status", ({ code }) => {
    console.log(`Warehouse: ${code} ${status[code]}`);
  });
  for await (const { event } of messages(call)) {
    console.log(`Warehouse: ${event?.eventId}`);
    // A cancelled call throws nothing here: we asked for it.
    if (event?.change?.$case === "paid") break;
  }
}
// #endregion warehouse

try {
  await readUntilPaid();
} finally {
  await close();
}
