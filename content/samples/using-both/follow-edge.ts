// A Warehouse follows an edge, and goes on at the next one:
// node follow-edge.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume, pauseMs } from "../grpc/resume.ts";
import {
  openWorkBook,
  work,
} from "../guaranteed-delivery/work-book.ts";
import { tokenFor } from "./edge-callers.ts";

// Two edges: the channel takes the one that answers.
const { GRPC_ADDRESS = "ipv4:127.0.0.1:50051,127.0.0.1:50052" } =
  process.env;
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
const book = openWorkBook();
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

// #region follow
async function followOrders(): Promise<void> {
  const metadata = new Metadata({ waitForReady: true });
  metadata.set("authorization", `Bearer ${tokenFor("ams")}`);
  let afterCursor = "0";
  let failures = 0; // calls in a row without a delivery
  while (!stop.signal.aborted) {
    const call = client.followOrders({ afterCursor }, metadata);
    stop.signal.addEventListener("abort", () => call.cancel());
    try {
      for await (const { event, cursor } of messages(call)) {
        if (event) await work(book, event);
        afterCursor = cursor; // handled, not only received
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

try {
  await followOrders();
} finally {
  client.close();
  book.close();
}
