// A deadline cuts a healthy stream; an idle timeout does not.
// Run: node deadline-on-a-stream.ts
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { connect } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const INTERVAL_MS = 10;
const LIMIT_MS = 500;
const events = standardRun().slice(0, 80);

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    for (const [index, event] of events.entries()) {
      await sleep(INTERVAL_MS, undefined, { signal });
      yield { event, cursor: String(index + 1) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

const { client, close } = await connect(orders);

// #region deadline
async function readWithDeadline(): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  const request = { afterCursor: "0" };
  const call = client.followOrders(request, { deadline });
  let arrivedAt = 0;
  try {
    for await (const _ of messages(call)) arrivedAt = Date.now();
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const silentMs = Date.now() - arrivedAt;
    const state =
      silentMs < LIMIT_MS / 2 ? "in full flow" : "quiet";
    console.log(`${error.code} ${status[error.code]}: ${state}`);
  }
}
// #endregion deadline

// #region idle-timeout
async function readUntilIdle(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  const idle = setTimeout(() => call.cancel(), LIMIT_MS);
  let arrived = 0;
  try {
    for await (const _ of messages(call)) {
      idle.refresh();
      arrived += 1;
    }
    console.log(`0 OK: ${arrived} of ${events.length} events`);
  } finally {
    clearTimeout(idle);
  }
}
// #endregion idle-timeout

try {
  await readWithDeadline();
  await readUntilIdle();
} finally {
  await close();
}
