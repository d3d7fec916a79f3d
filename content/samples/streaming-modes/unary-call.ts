// A unary call with a deadline, safe to make a second time.
// Run: node unary-call.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import type {
  OrderServiceServer,
  PlaceOrderRequest,
  PlaceOrderResponse,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { isBrokenWire } from "../grpc/resume.ts";
import { connect } from "../shop/connection.ts";

const DEADLINE_MS = 300;
const ATTEMPTS = 3;
const PAUSE_MS = 100;
const placed = new Map<string, PlaceOrderRequest>();

// Takes longer than the deadline in this run, so that the first
// answer comes too late for an order that is placed.
async function reserveStock(signal: AbortSignal): Promise<void> {
  await once(signal, "abort");
}

// #region orders
const orders = {
  placeOrder: unaryCall(async (order, signal) => {
    const isNew = !placed.has(order.orderId);
    if (isNew) placed.set(order.orderId, order);
    if (isNew) await reserveStock(signal);
    return { eventId: `${order.orderId}.1` };
  }),
} satisfies Pick<OrderServiceServer, "placeOrder">;
// #endregion orders

const { client, close } = await connect(orders);

// #region place-order
async function placeOrder(
  order: PlaceOrderRequest,
): Promise<PlaceOrderResponse> {
  const method = client.placeOrder.bind(client);
  for (let attempt = 1; ; attempt++) {
    const deadline = Date.now() + DEADLINE_MS;
    try {
      return await unary(method, order, { deadline });
    } catch (error) {
      if (!isServiceError(error)) throw error;
      console.log(`${error.code} ${status[error.code]}`);
      // Neither status tells whether the order was placed.
      const isLate = error.code === status.DEADLINE_EXCEEDED;
      if (!isLate && !isBrokenWire(error)) throw error;
      if (attempt === ATTEMPTS) throw error;
    }
    const pauseMs = PAUSE_MS * 2 ** attempt;
    await sleep(pauseMs * (0.8 + 0.4 * Math.random()));
  }
}
// #endregion place-order

try {
  const { eventId } = await placeOrder({
    // The id is chosen here, before the first attempt.
    orderId: "o-251",
    warehouseId: "ams",
    address: "251 Canal Street, 1017 AB Amsterdam",
  });
  console.log(`0 OK ${eventId}`);
  console.log(`${placed.size} order placed`);
} finally {
  await close();
}
