// Wait for "drain", and Orders keeps a handful.
// Run: node wait-for-drain.ts
import { once } from "node:events";
import { type ServerWritableStream, status } from "@grpc/grpc-js";
import type {
  Delivery,
  OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { StatusError } from "../grpc/status-error.ts";
import { blackFriday, table } from "./black-friday.ts";

// #region orders
async function sendAll(
  call: ServerWritableStream<unknown, Delivery>,
): Promise<void> {
  const over = new AbortController();
  call.once("cancelled", () => over.abort());
  for (const delivery of table()) {
    if (call.write(delivery)) continue;
    await once(call, "drain", { signal: over.signal });
  }
  call.end();
}

const orders = {
  followOrders(call) {
    sendAll(call).catch((error: unknown) => {
      if (call.cancelled) return;
      console.error(error);
      const end = new StatusError(status.UNKNOWN, "failed");
      call.emit("error", end);
    });
  },
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

await blackFriday(orders);
