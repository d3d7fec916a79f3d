// Three Orders in processes of their own, and who was called.
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { unary } from "../grpc/calls.ts";
import {
  type Backend,
  startBackend,
} from "../proxies/backend.ts";

const PATIENCE_MS = 5_000;
// Time to connect to every address, and not only to the first.
const CONNECT_MS = 1_000;
// An answer may overtake what its server says of the call.
const SAID_MS = 200;

export function startAll(
  ports: readonly number[],
): Promise<Backend[]> {
  return Promise.all(ports.map((port) => startBackend(port)));
}

/** Places an order; throws the status of a call that fails. */
export async function place(
  client: OrderServiceClient,
): Promise<void> {
  const order = {
    orderId: "o-001",
    warehouseId: "ams",
    address: "",
  };
  const deadline = Date.now() + PATIENCE_MS;
  await unary(client.placeOrder.bind(client), order, {
    deadline,
  });
}

/** Calls while the client connects; nobody counts these calls. */
export async function warmUp(
  client: OrderServiceClient,
): Promise<void> {
  const until = Date.now() + CONNECT_MS;
  while (Date.now() < until) await place(client);
}

/** How many calls of a method each server has begun so far. */
export async function countCalls(
  backends: readonly Backend[],
  method: "PlaceOrder" | "FollowOrders",
): Promise<number[]> {
  await sleep(SAID_MS);
  return backends.map(
    ({ saw }) => saw.filter((it) => it.startsWith(method)).length,
  );
}

/** How many of so many calls each server gets. */
export async function share(
  client: OrderServiceClient,
  backends: readonly Backend[],
  calls: number,
): Promise<number[]> {
  const before = await countCalls(backends, "PlaceOrder");
  for (let n = 1; n <= calls; n += 1) await place(client);
  const after = await countCalls(backends, "PlaceOrder");
  return after.map(
    (count, index) => count - (before[index] ?? 0),
  );
}
