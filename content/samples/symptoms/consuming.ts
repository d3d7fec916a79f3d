// What a consumer hears when its group goes on without it.
// Run: node consuming.ts
import { once } from "node:events";
import {
  Admin,
  Consumer,
  type Message,
  type MessagesStream,
  Producer,
} from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const BROKER = {
  bootstrapBrokers: ["localhost:9092"],
  retries: 0,
};

async function join(groupInstanceId?: string) {
  const warehouse = new Consumer({
    ...BROKER,
    clientId: "warehouse",
    groupId: "warehouse",
    ...(groupInstanceId ? { groupInstanceId } : {}),
  });
  const stream = await warehouse.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  // Said below, of the commit that fails.
  stream.on("error", () => undefined);
  return { warehouse, stream };
}

async function first(
  stream: MessagesStream<Buffer, Buffer, Buffer, Buffer>,
): Promise<Message> {
  const [message] = await once(stream, "data");
  return message;
}

const orders = new Producer({ ...BROKER, clientId: "orders" });
await orders.send({
  messages: [
    { topic: "order-events", value: Buffer.from("placed") },
  ],
});
await orders.close();

const admin = new Admin({ ...BROKER, clientId: "shop" });
const { warehouse, stream } = await join();
const message = await first(stream);
await admin.removeMembersFromConsumerGroup({
  groupId: "warehouse",
  members: null,
});
await sayFailure("removed from the group", async () =>
  message.commit(),
);
await warehouse.close(true);

const old = await join("warehouse-0");
const read = await first(old.stream);
const young = await join("warehouse-0");
await sayFailure("its name taken over", async () =>
  read.commit(),
);
await Promise.all([
  old.warehouse.close(true),
  young.warehouse.close(true),
  admin.close(),
]);
