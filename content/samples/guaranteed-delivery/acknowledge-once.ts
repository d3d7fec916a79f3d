// The same Warehouse with a key: a second delivery does nothing.
// Run: node acknowledge-once.ts
import type {
  OrderEvent,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { serveWarehouse } from "./serve-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const PORT = 50_051;
const book = openWorkBook();

// #region once
/** The row of work and the mark: both are kept, or neither. */
function writeOnce(event: OrderEvent): void {
  book.transaction(() => {
    if (!book.mark(event)) return;
    book.write(event);
  });
}

const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    for await (const { event, cursor } of deliveries) {
      if (event) await work({ write: writeOnce }, event);
      yield { cursor }; // for a duplicate as well
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion once

try {
  await serveWarehouse(warehouse, PORT);
} finally {
  book.close();
}
