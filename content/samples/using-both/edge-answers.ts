// What the edge answers where it cannot go on.
// Run: node edge-answers.ts
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";
import { tokenFor } from "./edge-callers.ts";
import { openProducer } from "./open-producer.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const LONGEST_MS = 5_000;
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

/** Says with which status a call from this cursor ends. */
async function ask(what: string, cursor: string): Promise<void> {
  const metadata = new Metadata({ waitForReady: true });
  metadata.set("authorization", `Bearer ${tokenFor("ams")}`);
  const deadline = Date.now() + LONGEST_MS;
  const request = { afterCursor: cursor };
  const call = client.followOrders(request, metadata, {
    deadline,
  });
  try {
    for await (const _ of messages(call));
    console.log(`${what}: 0 OK`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`${what}: ${error.message}`);
  }
}

/** To the partition in which the other events of o-001 lie. */
async function publishText(): Promise<void> {
  const producer = await openProducer();
  const value = Buffer.from("o-001 was placed");
  const record = { topic: "order-events", key: "o-001", value };
  try {
    await producer.send({ messages: [record] });
  } finally {
    await producer.close();
  }
}

try {
  await publish(standardRun().slice(0, 100));
  await ask("a made-up cursor", "yesterday");
  await ask("a fourth partition", "0:0,1:0,2:0,3:0");
  await ask("beyond the end", "0:9000,1:0,2:0");
  await publishText();
  await ask("a record without an event", "0");
} finally {
  client.close();
}
