// Orders with the newest 1,000 events in memory, once for all.
import { EventEmitter, once } from "node:events";
import { status } from "@grpc/grpc-js";
import type {
  Delivery,
  OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";

export const KEPT = 1_000;
const kept: Delivery[] = [];
let happened = 0;
const feed = new EventEmitter();

/** Tells every reader, and waits for none. */
export function tell(delivery: Delivery): void {
  kept.push(delivery);
  if (kept.length > KEPT) kept.shift();
  happened += 1;
  feed.emit("happened");
}

// #region orders
export const orders = {
  followOrders: serverStream(async function* (request, signal) {
    let place = Number(request.afterCursor);
    if (!Number.isInteger(place) || place > happened) {
      throw new StatusError(status.OUT_OF_RANGE, "not a cursor");
    }
    while (true) {
      while (place === happened) {
        await once(feed, "happened", { signal });
      }
      const delivery = kept.at(place - happened);
      if (!delivery) {
        throw new StatusError(status.OUT_OF_RANGE, "not kept");
      }
      place += 1;
      yield delivery;
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders
