// A heartbeat speaks for the program, a ping for the connection.
// Run: node heartbeat.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { standardRun } from "../shop/standard-run.ts";
import { serveOrders } from "./local-orders.ts";

const HEARTBEAT_MS = 100;
const SILENCE_MS = 800;
const PATIENCE_MS = 3_000;
const PINGS = {
  "grpc.keepalive_time_ms": 100,
  "grpc.keepalive_timeout_ms": 1_000,
};
const [first, second] = standardRun();

/** An event, 1.2 s of nothing, an event; then a query hangs. */
async function* lookForEvents(signal: AbortSignal) {
  yield first;
  for (let look = 0; look < 12; look += 1) yield undefined;
  yield second;
  await once(signal, "abort");
}

// #region orders
const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    let place = 0;
    for await (const event of lookForEvents(signal)) {
      if (event) place += 1;
      // A delivery without an event says: nothing has happened.
      yield { event, cursor: String(place) };
      if (event) continue;
      await sleep(HEARTBEAT_MS, undefined, { signal });
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;
// #endregion orders

const { client, close } = await serveOrders(orders, {
  client: PINGS,
});

// #region warehouse
async function follow(silenceMs: number): Promise<string> {
  const call = client.followOrders({ afterCursor: "0" });
  const silence = setTimeout(() => call.cancel(), silenceMs);
  let handled = 0;
  try {
    for await (const { event } of messages(call)) {
      silence.refresh();
      if (event) handled += 1;
    }
    return `${handled} events, 0 OK`;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${handled} events, ${error.code} ${status[error.code]}`;
  } finally {
    clearTimeout(silence);
  }
}
// #endregion warehouse

const open = sleep(PATIENCE_MS, "still open");
const withPings = Promise.race([follow(2 * PATIENCE_MS), open]);
console.log(`heartbeats: ${await follow(SILENCE_MS)}`);
console.log(`pings only: ${await withPings}`);
close();
