// The adapter for the wire: follows Orders from our own place.
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata, status } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import type { Warehouse } from "./fulfil.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
// Servers in Go and Java allow a ping every 5 minutes.
const KEEPALIVE_MS = 6 * 60_000;
// CANCELLED, though not by us: a grpc-js server that was forced.
const RESUMABLE = [status.UNAVAILABLE, status.CANCELLED];

/** Hands every event to the Warehouse; returns at the last one. */
export async function followOrders(
  warehouse: Warehouse,
  address: string,
): Promise<void> {
  const client = new OrderServiceClient(
    address,
    credentials.createInsecure(),
    { "grpc.keepalive_time_ms": KEEPALIVE_MS },
  );
  try {
    await follow(warehouse, client);
  } finally {
    client.close();
  }
}

// #region follow
async function follow(
  { fulfil, place }: Warehouse,
  client: OrderServiceClient,
): Promise<void> {
  const waiting = new Metadata({ waitForReady: true });
  let pauseMs = FIRST_PAUSE_MS;
  while (true) {
    const request = { afterCursor: place() };
    console.log(`Warehouse: after ${request.afterCursor}`);
    const call = client.followOrders(request, waiting);
    try {
      for await (const { event, cursor } of messages(call)) {
        if (event) await fulfil(event, cursor);
        pauseMs = FIRST_PAUSE_MS;
      }
      return;
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (!RESUMABLE.includes(error.code)) throw error;
      console.log(`Warehouse: ${error.message}`);
    }
    await sleep(pauseMs * (0.8 + 0.4 * Math.random()));
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}
// #endregion follow
