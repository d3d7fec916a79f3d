// The Warehouse joins its group, by Confluent's client.
import { KafkaJS } from "@confluentinc/kafka-javascript";

/** A consumer that is subscribed and does not run yet. */
export async function joinWarehouse() {
  // WAREHOUSE is the name of a static member, unique among live
  // processes: two of one name would send each other away.
  const { WAREHOUSE, KAFKA_BROKERS = "localhost:9092" } =
    process.env;
  const kafka = new KafkaJS.Kafka({
    kafkaJS: {
      clientId: "warehouse",
      brokers: KAFKA_BROKERS.split(","),
      logLevel: KafkaJS.logLevel.ERROR,
    },
  });
  const warehouse = kafka.consumer({
    kafkaJS: {
      groupId: "warehouse",
      // From what the group has committed, else from the start.
      fromBeginning: true,
      // Automatic commits come every 5 s: a crash repeats more.
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
  // A topic has no end: a signal ends the wait.
  const { promise, resolve } = Promise.withResolvers<void>();
  process.once("SIGINT", () => resolve());
  process.once("SIGTERM", () => resolve());
  return {
    warehouse,
    stopped: promise,
    leave: () => warehouse.disconnect(),
  };
}
