// A client places 100 orders, and calls again when the wire breaks:
// node place-orders.ts, beside one of the servers.
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, status } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type PlaceOrderRequest,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { isBrokenWire } from "../grpc/resume.ts";
import { orderIdOf } from "../shop/standard-run.ts";
import { whileTheOutboxIsLocked } from "./lock-outbox.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const ORDERS = 100;
const DEADLINE_MS = 10_000;
const ATTEMPTS = 50;
const PAUSE_MS = 200;
/** This order's event waits for a lock, for the sake of a run. */
const LOCKED = Number(process.argv[2]);
const orders = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

function orderOf(number: number): PlaceOrderRequest {
  const address = `${number} Canal Street, 1017 AB Amsterdam`;
  const orderId = orderIdOf(number);
  return { orderId, warehouseId: "ams", address };
}

async function callOnce(order: PlaceOrderRequest) {
  const deadline = Date.now() + DEADLINE_MS;
  const method = orders.placeOrder.bind(orders);
  return unary(method, order, { deadline });
}

// #region place
/** The id of the order is the same in each attempt. */
async function place(order: PlaceOrderRequest): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { eventId } = await callOnce(order);
      return eventId;
    } catch (error) {
      if (!isServiceError(error)) throw error;
      const isLate = error.code === status.DEADLINE_EXCEEDED;
      if (!isLate && !isBrokenWire(error)) throw error;
      if (attempt === ATTEMPTS) throw error;
    }
    await sleep(PAUSE_MS);
  }
}
// #endregion place

const answers = new Set<string>();
for (let number = 1; number <= ORDERS; number++) {
  const order = orderOf(number);
  if (number === LOCKED) {
    await whileTheOutboxIsLocked(() => callOnce(order));
  }
  answers.add(await place(order));
}
console.log(`${answers.size} orders answered`);
if (LOCKED > 0) {
  const other = { ...orderOf(LOCKED), address: "elsewhere" };
  await place(other).catch((error: unknown) => {
    if (!isServiceError(error)) throw error;
    console.log(`${error.code} ${error.details}`);
  });
}
orders.close();
