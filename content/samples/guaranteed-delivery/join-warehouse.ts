// The Warehouse joins its group, and leaves it on Ctrl+C.
import {
  Consumer,
  type MessagesStream,
} from "@platformatic/kafka";

export interface Membership {
  readonly stream: MessagesStream<Buffer, Buffer, Buffer, Buffer>;
  leave: () => Promise<void>;
}

/** Its stream has the events of each partition in sequence. */
export async function joinWarehouse(): Promise<Membership> {
  // The name of a static member, unique among live processes: two
  // of one name would send each other away.
  const { WAREHOUSE, KAFKA_BROKERS = "localhost:9092" } =
    process.env;
  const warehouse = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    // Back after a crash, it has its partitions at once. Without
    // a name it waits until its old session times out.
    ...(WAREHOUSE && { groupInstanceId: WAREHOUSE }),
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  const stream = await warehouse.consume({
    topics: ["order-events"],
    // From what the group has committed, else from the start.
    mode: "committed",
    fallbackMode: "earliest",
    // Automatic commits would cover work that is not done.
    autocommit: false,
  });
  // A topic has no end: closing the stream ends the loop over it.
  process.once("SIGINT", () => void stream.close());
  process.once("SIGTERM", () => void stream.close());
  console.log("Warehouse: ready");
  return { stream, leave: () => warehouse.close() };
}
