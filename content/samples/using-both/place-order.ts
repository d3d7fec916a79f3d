// PlaceOrder writes the order and its event in one transaction.
// Run: node place-order.ts
import { status } from "@grpc/grpc-js";
import type { ClientBase } from "pg";
import type {
  PlaceOrderRequest,
  PlaceOrderResponse,
} from "../gen/shop/v1/orders.ts";
import { StatusError } from "../grpc/status-error.ts";
import {
  inTransaction,
  openDatabase,
} from "../guaranteed-delivery/postgres.ts";
import { orderPlaced } from "./order-placed.ts";
import { createTables } from "./orders-tables.ts";
import { serveOrders } from "./serve-orders.ts";

const database = await openDatabase();
await createTables(database);

// #region place-order
/** The order and its event: both are kept, or neither. */
async function placeOrder(
  order: PlaceOrderRequest,
): Promise<PlaceOrderResponse> {
  const { eventId, key, value } = orderPlaced(order);
  await inTransaction(database, async (client) => {
    const added = await client.query(
      `insert into orders (order_id, warehouse_id, address)
      values ($1, $2, $3) on conflict (order_id) do nothing`,
      [order.orderId, order.warehouseId, order.address],
    );
    if (added.rowCount === 0) return refuseOther(client, order);
    await client.query(
      `insert into outbox (event_id, key, value)
      values ($1, $2, $3)`,
      [eventId, key, value],
    );
  });
  return { eventId };
}

/** A repeated call is answered alike, and another order is not. */
async function refuseOther(
  client: ClientBase,
  { orderId, warehouseId, address }: PlaceOrderRequest,
): Promise<void> {
  const same = await client.query(
    `select from orders where order_id = $1
    and warehouse_id = $2 and address = $3`,
    [orderId, warehouseId, address],
  );
  if (same.rowCount === 1) return;
  throw new StatusError(
    status.ALREADY_EXISTS,
    `${orderId} is another order`,
  );
}
// #endregion place-order

try {
  await serveOrders(placeOrder);
} finally {
  await database.end();
}
