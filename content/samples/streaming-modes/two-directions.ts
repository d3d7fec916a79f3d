// Order holds in each direction, and not between the two.
// Run: node two-directions.ts
import type {
  Delivery,
  Handled,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const deliveries = standardRun()
  .slice(0, 3)
  .map((event, index) => ({ event, cursor: String(index + 1) }));
const ordersSees: string[] = [];
const warehouseSees: string[] = [];
const firstAnswer = Promise.withResolvers<void>();
const lastDelivery = Promise.withResolvers<void>();

// #region warehouse
const warehouse = {
  fulfilOrders: bidiStream(async function* (requests) {
    for await (const { cursor } of requests) {
      warehouseSees.push(`reads ${cursor}`);
      yield { cursor };
      warehouseSees.push(`has answered ${cursor}`);
      firstAnswer.resolve();
    }
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);

// #region orders
async function* pushed(): AsyncGenerator<Delivery> {
  for (const [index, delivery] of deliveries.entries()) {
    // Held: 2 and 3 leave after the answer to 1 has left.
    if (index === 1) await firstAnswer.promise;
    ordersSees.push(`sends ${delivery.cursor}`);
    yield delivery;
  }
  lastDelivery.resolve();
}

async function read(
  answers: AsyncIterable<Handled>,
): Promise<void> {
  // Held: no answer is read before 3 has been sent.
  await lastDelivery.promise;
  for await (const { cursor } of answers) {
    ordersSees.push(`reads answer ${cursor}`);
  }
}
// #endregion orders

try {
  const call = client.fulfilOrders();
  const answers = messages(call);
  await Promise.all([send(call, pushed()), read(answers)]);
  console.log(`Orders ${ordersSees.join(", ")}`);
  console.log(`Warehouse ${warehouseSees.join(", ")}`);
} finally {
  await close();
}
