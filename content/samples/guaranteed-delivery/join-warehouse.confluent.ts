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
  const warehouse = kafka.consumer({
    kafkaJS: {
      groupId: "warehouse",
      // From what the group has committed, else from the start.
      fromBeginning: true,
      // It would commit what it has handed to your code.
      autoCommit: false,
    },
    // Back after a crash, it has its partitions at once. Without
    // a name of its own it waits until its session times out.
    "group.instance.id": "warehouse-0",
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
