// The Warehouse: one acknowledgement for up to 50 events.
// Run: node acknowledge-in-batches.ts
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { batches } from "./batches.ts";
import { serveWarehouse } from "./serve-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const PORT = 50_051;
// Below the sender's window, which is 100.
const BATCH = 50;
const LONGEST_MS = 2_000;
const book = openWorkBook();

// #region acknowledge
const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    const full = batches(deliveries, BATCH, LONGEST_MS);
    for await (const batch of full) {
      for (const { event } of batch) {
        if (event) await work(book, event);
      }
      yield { cursor: batch.at(-1)?.cursor ?? "" };
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion acknowledge

try {
  await serveWarehouse(warehouse, PORT);
} finally {
  book.close();
}
