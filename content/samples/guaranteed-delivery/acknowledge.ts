// The Warehouse: works on a delivery, then acknowledges it.
// Run: node acknowledge.ts
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { serveWarehouse } from "./serve-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const PORT = 50_051;
const book = openWorkBook();

// #region acknowledge
const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    for await (const { event, cursor } of deliveries) {
      if (event) await work(book, event);
      yield { cursor };
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion acknowledge

try {
  await serveWarehouse(warehouse, PORT);
} finally {
  book.close();
}
