// A generator is asked for the next one, so it cannot run ahead.
// Run: node generator.ts
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { blackFriday, table } from "./black-friday.ts";

// #region orders
const orders = {
  followOrders: serverStream(async function* () {
    for (const delivery of table()) yield delivery;
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

await blackFriday(orders);
