// Without a deadline a call waits for ever; 4 does not mean "no".
// Run: node deadline.ts
import { setTimeout as sleep } from "node:timers/promises";
import { type CallOptions, status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { serveOrders } from "./local-orders.ts";

const LIMIT_MS = 300;
const PATIENCE_MS = 1_000;
const placed = new Set<string>();

// #region orders
const orders = {
  // Places the order, and never answers.
  placeOrder({ request }) {
    placed.add(request.orderId);
  },
} satisfies Pick<OrderServiceServer, "placeOrder">;
// #endregion orders

const { client, close } = await serveOrders(orders);

// #region place
async function place(
  orderId: string,
  options: Partial<CallOptions> = {},
): Promise<string> {
  const address = "1 Canal Street, 1017 AB Amsterdam";
  const order = { orderId, warehouseId: "ams", address };
  const method = client.placeOrder.bind(client);
  try {
    const { eventId } = await unary(method, order, options);
    return eventId;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${error.code} ${status[error.code]}`;
  }
}
// #endregion place

const unlimited = place("o-001");
const patience = sleep(PATIENCE_MS, "still waiting");
const first = await Promise.race([unlimited, patience]);
console.log(`o-001, no deadline: ${first}`);
const deadline = Date.now() + LIMIT_MS;
const second = await place("o-002", { deadline });
console.log(`o-002, a deadline: ${second}`);
console.log(`placed: ${[...placed].join(", ")}`);
close();
