// The adapter for an edge: its gRPC stream, with a token.
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume, pauseMs } from "../grpc/resume.ts";
import { tokenFor } from "../using-both/edge-callers.ts";
import type { Warehouse } from "./fulfil.ts";

/** Hands its events to the Warehouse; returns when stopped. */
export async function followOrders(
  warehouse: Warehouse,
  address: string,
): Promise<void> {
  const client = new OrderServiceClient(
    address,
    credentials.createInsecure(),
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
  const { WAREHOUSE = "ams" } = process.env;
  const metadata = new Metadata({ waitForReady: true });
  const token = `Bearer ${tokenFor(WAREHOUSE)}`;
  metadata.set("authorization", token);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  let afterCursor = place();
  let failures = 0; // calls in a row without a delivery
  while (!stop.signal.aborted) {
    const call = client.followOrders({ afterCursor }, metadata);
    stop.signal.addEventListener("abort", () => call.cancel());
    try {
      for await (const { event, cursor } of messages(call)) {
        if (event) await fulfil(event, cursor);
        // A heartbeat moves it too, past the events of others.
        afterCursor = cursor;
        failures = 0;
      }
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!canResume(error, failures)) throw error;
    }
    await sleep(pauseMs(failures));
    failures += 1;
  }
}
// #endregion follow
