// Half-close: the client is done, and the server answers on.
// Run: node half-close.ts
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const deliveries = standardRun()
  .slice(0, 3)
  .map((event, index) => ({ event, cursor: String(index + 1) }));

// #region warehouse
const warehouse = {
  fulfilOrders: bidiStream(async function* (requests) {
    const cursors: string[] = [];
    for await (const { cursor } of requests) cursors.push(cursor);
    console.log(
      `Warehouse: ${cursors.length} read, no more come`,
    );
    for (const cursor of cursors) yield { cursor };
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);

// #region orders
async function pushAndWait(): Promise<void> {
  const call = client.fulfilOrders();
  const answers = messages(call);
  await send(call, deliveries);
  console.log(`Orders: ${deliveries.length} sent, half-closed`);
  for await (const { cursor } of answers) {
    console.log(`Orders: ${cursor} is handled`);
  }
  console.log("Orders: 0 OK");
}
// #endregion orders

try {
  await pushAndWait();
} finally {
  await close();
}
