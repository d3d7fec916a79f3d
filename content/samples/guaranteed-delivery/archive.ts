// The Archive: a second receiver of all events, on its own port.
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { serveWarehouse } from "./serve-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const PORT = 50_052;
const book = openWorkBook("archive.db");

const archive = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    for await (const { event, cursor } of deliveries) {
      if (event) await work(book, event);
      yield { cursor };
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;

try {
  await serveWarehouse(archive, PORT);
} finally {
  book.close();
}
