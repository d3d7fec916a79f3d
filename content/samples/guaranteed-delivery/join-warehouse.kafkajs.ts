// The Warehouse joins its group, by KafkaJS.
import { Kafka, logLevel } from "kafkajs";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

/** A consumer that is subscribed and does not run yet. */
export async function joinWarehouse() {
  const kafka = new Kafka({
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: logLevel.ERROR,
  });
  const warehouse = kafka.consumer({
    groupId: "warehouse",
    // Back after a crash, it waits until its session times out:
    // this client has no static members.
    sessionTimeout: 6_000,
    heartbeatInterval: 1_000,
    retry: {
      // Work that fails is tried again five times, then thrown.
      restartOnFailure: async ({ name }) =>
        name !== "KafkaJSNumberOfRetriesExceeded",
    },
  });
  await warehouse.connect();
  await warehouse.subscribe({
    topics: ["order-events"],
    // From what the group has committed, else from the start.
    fromBeginning: true,
  });
  const { CRASH, GROUP_JOIN } = warehouse.events;
  const { promise, resolve, reject } =
    Promise.withResolvers<void>();
  warehouse.on(CRASH, ({ payload }) => {
    if (!payload.restart) reject(payload.error);
  });
  warehouse.on(GROUP_JOIN, () => console.log("Warehouse: ready"));
  // A topic has no end: a signal ends the wait.
  process.once("SIGINT", () => resolve());
  process.once("SIGTERM", () => resolve());
  return {
    warehouse,
    stopped: promise,
    leave: () => warehouse.disconnect(),
  };
}
