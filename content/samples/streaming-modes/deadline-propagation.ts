// A deadline reaches the next service only if it is handed on.
// Run: node deadline-propagation.ts
import { setTimeout as sleep } from "node:timers/promises";
import { Metadata, status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { serveOrders } from "./local-orders.ts";

type PlacesOrders = Pick<OrderServiceServer, "placeOrder">;
const LIMIT_MS = 300;
const ORDER = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "1 Canal Street, 1017 AB Amsterdam",
};

// Never answers: its call ends only when it is cancelled.
let isWorking = false;
const orders = await serveOrders({
  placeOrder(call) {
    isWorking = true;
    const hasDeadline = call.getDeadline() !== Infinity;
    console.log(`  Orders has a deadline: ${hasDeadline}`);
    call.once("cancelled", () => (isWorking = false));
  },
} satisfies PlacesOrders);

// #region shop
const forgets = {
  placeOrder({ request }, answer) {
    orders.client.placeOrder(request, answer);
  },
} satisfies PlacesOrders;

const handsOn = {
  placeOrder(call, answer) {
    const none = new Metadata();
    const options = { parent: call };
    orders.client.placeOrder(call.request, none, options, answer);
  },
} satisfies PlacesOrders;
// #endregion shop

async function order(shop: PlacesOrders): Promise<void> {
  const { client, close } = await serveOrders(shop);
  const deadline = Date.now() + LIMIT_MS;
  const method = client.placeOrder.bind(client);
  try {
    await unary(method, ORDER, { deadline });
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`  the caller has ${status[error.code]}`);
  }
  await sleep(LIMIT_MS);
  console.log(`  Orders still works: ${isWorking}`);
  close();
}

console.log("the shop forgets the call");
await order(forgets);
console.log("the shop hands it on");
await order(handsOn);
orders.close();
