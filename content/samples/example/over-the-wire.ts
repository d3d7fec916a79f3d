// The adapter for gRPC: follows Orders from the stored cursor.
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume, pauseMs } from "../grpc/resume.ts";
import type { Warehouse } from "./fulfil.ts";

// Servers in Go and Java allow a ping every 5 minutes.
const KEEPALIVE_MS = 6 * 60_000;

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
  let failures = 0; // calls in a row without a delivery
  while (true) {
    const request = { afterCursor: place() };
    console.log(`Warehouse: after ${request.afterCursor}`);
    const call = client.followOrders(request, waiting);
    try {
      for await (const { event, cursor } of messages(call)) {
        if (event) await fulfil(event, cursor);
        failures = 0;
      }
      return;
    } catch (error) {
      if (!canResume(error, failures)) throw error;
      console.log(`Warehouse: ${error.message}`);
    }
    await sleep(pauseMs(failures));
    failures += 1;
  }
}
// #endregion follow
