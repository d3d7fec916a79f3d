// The Warehouse joins its group, and leaves it on Ctrl+C.
import { Consumer } from "@platformatic/kafka";

/** Its events in the order in which its partitions have them. */
export async function joinWarehouse() {
  // Unique among the live processes; not set, not static.
  const { WAREHOUSE } = process.env;
  const warehouse = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    // Back after a crash, it has its partitions at once. Without
    // a name it waits until its old session times out.
    ...(WAREHOUSE && { groupInstanceId: WAREHOUSE }),
    bootstrapBrokers: ["localhost:9092"],
  });
  const stream = await warehouse.consume({
    topics: ["order-events"],
    // From what the group has committed, else from the start.
    mode: "committed",
    fallbackMode: "earliest",
    // It would commit what it has fetched, worked on or not.
    autocommit: false,
  });
  // A topic has no end: the loop over it ends here.
  process.once("SIGINT", () => void stream.close());
  process.once("SIGTERM", () => void stream.close());
  console.log("Warehouse: ready");
  return { stream, leave: () => warehouse.close() };
}
