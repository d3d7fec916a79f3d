// Ignore what write() returns, and Orders keeps what is not read.
// Run: node ignore-write.ts
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { blackFriday, table } from "./black-friday.ts";

// #region orders
const orders = {
  followOrders(call) {
    for (const delivery of table()) call.write(delivery);
    call.end();
  },
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

await blackFriday(orders);
