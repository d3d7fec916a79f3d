// What a commit says when the group has gone on without you.
// Run: node consuming.ts
import { once } from "node:events";
import { Admin, Consumer, Producer } from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const GROUP = "warehouse";
const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const admin = new Admin({ clientId: "shop", bootstrapBrokers });

/** Commits after its membership was taken away. */
async function commitLate(
  name: string,
  options: { retries?: number },
): Promise<void> {
  const warehouse = new Consumer({
    clientId: "warehouse",
    groupId: GROUP,
    bootstrapBrokers,
    ...options,
  });
  const stream = await warehouse.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  // The commit fails with the same error, which is printed.
  stream.on("error", () => undefined);
  const [message] = await once(stream, "data");
  // As the broker does when heartbeats stay away.
  await admin.removeMembersFromConsumerGroup({ groupId: GROUP });
  await sayFailure(name, async () => message.commit());
  await warehouse.close(true);
}

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers,
});
const placed = {
  topic: "order-events",
  partition: 0,
  value: Buffer.from("placed"),
};
await orders.send({ messages: [placed, placed] });
await orders.close();
await commitLate("a late commit", {});
await commitLate("a late commit, not retried", { retries: 0 });
await admin.close();
