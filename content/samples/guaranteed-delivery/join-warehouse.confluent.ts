// The Warehouse joins its group, by Confluent's client.
import { KafkaJS } from "@confluentinc/kafka-javascript";

/** Its events in the order in which its partitions have them. */
export async function joinWarehouse() {
  const kafka = new KafkaJS.Kafka({
    kafkaJS: {
      clientId: "warehouse",
      brokers: ["localhost:9092"],
      logLevel: KafkaJS.logLevel.ERROR,
    },
  });
  // Unique among the live processes; not set, not static.
  const { WAREHOUSE } = process.env;
  const warehouse = kafka.consumer({
    kafkaJS: {
      groupId: "warehouse",
      // From what the group has committed, else from the start.
      fromBeginning: true,
      // It would commit every 5 s what has been handled.
      autoCommit: false,
    },
    // Back after a crash, it has its partitions at once. Without
    // a name it waits until its old session times out.
    ...(WAREHOUSE && { "group.instance.id": WAREHOUSE }),
    rebalance_cb: ({ code }: KafkaJS.LibrdKafkaError) => {
      const { ERR__ASSIGN_PARTITIONS } = KafkaJS.ErrorCodes;
      if (code !== ERR__ASSIGN_PARTITIONS) return;
      console.log("Warehouse: ready");
    },
  });
  await warehouse.connect();
  await warehouse.subscribe({ topics: ["order-events"] });
  // A topic has no end: the wait for it ends here.
  const { promise, resolve } = Promise.withResolvers<void>();
  process.once("SIGINT", () => resolve());
  process.once("SIGTERM", () => resolve());
  return {
    warehouse,
    stopped: promise,
    leave: () => warehouse.disconnect(),
  };
}
