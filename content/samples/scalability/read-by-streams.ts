// One, three and six streams of a client over three servers.
// Run: node read-by-streams.ts
import { credentials } from "@grpc/grpc-js";
import { startThreeOrders } from "../defaults/three-orders.ts";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { ROUND_ROBIN } from "./round-robin.ts";

const EVENTS = 1_200;
const PATIENCE_MS = 10_000;

const { address, sent, close } = await startThreeOrders();
const client = new OrderServiceClient(
  address,
  credentials.createInsecure(),
  ROUND_ROBIN,
);

/** A stream that ends after so many events. */
async function follow(events: number): Promise<void> {
  const call = client.followOrders({
    afterCursor: String(events),
  });
  for await (const _ of messages(call)) continue;
}

// #region streams
/** So many streams at once, each with a part of the events. */
async function followBy(streams: number): Promise<void> {
  const each = EVENTS / streams;
  const all = Array.from({ length: streams }, () => follow(each));
  await Promise.all(all);
}
// #endregion streams

/** Streams of one event, until each server has had some. */
async function untilConnected(): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (sent.includes(0) && Date.now() < until) await follow(1);
}

try {
  await untilConnected();
  for (const streams of [1, 3, 6]) {
    sent.fill(0);
    await followBy(streams);
    const most = sent.toSorted((a, b) => b - a).join(", ");
    console.log(`streams: ${streams}, events: ${most}`);
  }
} finally {
  client.close();
  close();
}
