// Reads events from a gRPC stream, and keeps its own place.
import type { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import type { Reader } from "./reader.ts";

// #region read
export async function readTheWire(
  orders: OrderServiceClient,
  { fulfil, place }: Reader,
): Promise<void> {
  const afterCursor = await place.load();
  const call = orders.followOrders({ afterCursor });
  for await (const { event, cursor } of messages(call)) {
    if (event) await fulfil(event);
    await place.save(cursor);
  }
}
// #endregion read
