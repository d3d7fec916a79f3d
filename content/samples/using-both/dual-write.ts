// Two writes without an outbox: a crash between them loses one.
// Run: node dual-write.ts
import type {
  PlaceOrderRequest,
  PlaceOrderResponse,
} from "../gen/shop/v1/orders.ts";
import { openDatabase } from "../guaranteed-delivery/postgres.ts";
import { openProducer } from "./open-producer.ts";
import { orderPlaced } from "./order-placed.ts";
import { createTables } from "./orders-tables.ts";
import { serveOrders } from "./serve-orders.ts";

const database = await openDatabase();
await createTables(database);
const producer = await openProducer();

// #region dual-write
/** A crash between the two leaves an order without its event. */
async function placeOrder(
  order: PlaceOrderRequest,
): Promise<PlaceOrderResponse> {
  const { eventId, key, value } = orderPlaced(order);
  const added = await database.query(
    `insert into orders (order_id, warehouse_id, address)
    values ($1, $2, $3) on conflict (order_id) do nothing`,
    [order.orderId, order.warehouseId, order.address],
  );
  if (added.rowCount === 0) return { eventId }; // placed already
  const headers = { "event-id": eventId };
  await producer.send({
    messages: [{ topic: "order-events", key, headers, value }],
  });
  return { eventId };
}
// #endregion dual-write

try {
  await serveOrders(placeOrder);
} finally {
  await producer.close();
  await database.end();
}
