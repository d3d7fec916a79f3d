// A client that reads 100 events of an edge, and then stops.
// Run: node read-and-stop.ts 3980
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { tokenFor } from "./edge-callers.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const READ = 100;
const STOPPED_MS = 3_000;
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

/** Reads so many events, and waits before it leaves. */
async function read(
  afterCursor: string,
  count: number,
): Promise<string> {
  const metadata = new Metadata({ waitForReady: true });
  metadata.set("authorization", `Bearer ${tokenFor("ams")}`);
  const call = client.followOrders({ afterCursor }, metadata);
  let events = 0;
  for await (const { event, cursor } of messages(call)) {
    if (event) events += 1;
    if (events < count) continue;
    await sleep(STOPPED_MS);
    console.log(`${events} events read`);
    return cursor;
  }
  throw new Error("the edge has ended the stream");
}

const [all = ""] = process.argv.slice(2);
try {
  const cursor = await read("0", READ);
  await read(cursor, Number(all) - READ);
} finally {
  client.close();
}
