// What grpc-js says of limits, of bugs, and of what is missing.
// Run: node statuses.ts
import {
  type ClientReadableStream,
  credentials,
} from "@grpc/grpc-js";
import {
  type OrderEvent,
  type OrderServiceServer,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";
import { lasting, placeOrder } from "./place-order.ts";

const LIMIT_MS = 300;
const FOUR_MIB = 4 * 2 ** 20;
let isBroken = false;

// #region orders
const orders = {
  placeOrder() {
    if (isBroken) throw new Error("a bug");
    // No answer: the caller waits until its deadline.
  },
  followOrders(call) {
    call.write({ cursor: "x".repeat(FOUR_MIB) });
    call.end();
  },
} satisfies Pick<
  OrderServiceServer,
  "placeOrder" | "followOrders"
>;
// #endregion orders

/** Has an amount that no int64 has room for. */
const event: OrderEvent = {
  eventId: "o-001.2",
  orderId: "o-001",
  warehouseId: "ams",
  occurredAt: undefined,
  change: {
    $case: "paid",
    value: {
      amountCents: 2n ** 64n,
      currency: "EUR",
      paymentId: "card-o-001",
    },
  },
};

async function drain(
  call: ClientReadableStream<unknown>,
): Promise<string> {
  try {
    for await (const _ of messages(call)) continue;
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error.message;
  }
}

const { client, address, close } = await serveOrders(orders);
const warehouse = new WarehouseServiceClient(
  address,
  credentials.createInsecure(),
);
const follow = () => client.followOrders({ afterCursor: "0" });

console.log(await drain(follow()));
const deadline = Date.now() + LIMIT_MS;
console.log(lasting(await placeOrder(client, { deadline })));
const cancelled = follow();
cancelled.cancel();
console.log(await drain(cancelled));
console.log(await drain(warehouse.fulfilOrders()));
const unsendable = warehouse.fulfilOrders();
unsendable.write({ cursor: "2", event });
console.log(await drain(unsendable));
isBroken = true;
console.log(await placeOrder(client));
warehouse.close();
close();
