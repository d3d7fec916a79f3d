// A client comes back when its cursor is no longer in the topic.
// Run: node come-back-late.ts
import { credentials, Metadata, status } from "@grpc/grpc-js";
import { Admin } from "@platformatic/kafka";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";
import { tokenFor } from "./edge-callers.ts";

const {
  KAFKA_BROKERS = "localhost:9092",
  GRPC_ADDRESS = "127.0.0.1:50051",
} = process.env;
const LONGEST_MS = 5_000;
/** Beyond what the client has read, in every partition. */
const DELETED_TO = 250n;
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

/** Reads so many events; returns the cursor of the last. */
async function read(
  afterCursor: string,
  count: number,
): Promise<string> {
  const metadata = new Metadata({ waitForReady: true });
  metadata.set("authorization", `Bearer ${tokenFor("ams")}`);
  const deadline = Date.now() + LONGEST_MS;
  const request = { afterCursor };
  const call = client.followOrders(request, metadata, {
    deadline,
  });
  let events = 0;
  for await (const { event, cursor } of messages(call)) {
    if (event) events += 1;
    if (events === count) return cursor;
  }
  throw new Error("the edge has ended the stream");
}

/** Deletes the first records of each partition, as retention. */
async function deleteRecords(): Promise<void> {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  const partitions = [0, 1, 2].map((partition) => ({
    partition,
    offset: DELETED_TO,
  }));
  const topics = [{ name: "order-events", partitions }];
  await admin.deleteRecords({ topics });
  await admin.close();
}

const events = standardRun();
const [first, rest] = [events.slice(0, 500), events.slice(500)];
const isOurs = ({ warehouseId = "" }) => warehouseId === "ams";
try {
  await publish(first);
  const cursor = await read("0", first.filter(isOurs).length);
  console.log("handled: 399");
  await publish(rest);
  await deleteRecords();
  await read(cursor, rest.filter(isOurs).length);
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.log(`${error.code} ${status[error.code]}`);
} finally {
  client.close();
}
