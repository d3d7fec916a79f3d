// The adapter for the log: follows Orders from the group's place.
import { Consumer } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import type { Warehouse } from "./fulfil.ts";

/** Hands every event to the Warehouse; returns when stopped. */
export async function followOrders(
  warehouse: Warehouse,
  address: string,
): Promise<void> {
  // Unique among the live processes; not set, not static.
  const { WAREHOUSE } = process.env;
  const consumer = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    // Back after a crash, it has its partitions at once.
    ...(WAREHOUSE && { groupInstanceId: WAREHOUSE }),
    bootstrapBrokers: [address],
    // A broker that is away is asked again until it is back.
    retries: true,
  });
  try {
    await follow(warehouse, consumer);
  } finally {
    await consumer.close();
  }
}

// #region follow
async function follow(
  { fulfil }: Warehouse,
  consumer: Consumer,
): Promise<void> {
  const stream = await consumer.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  // A topic has no end: we read until we are told to stop.
  process.once("SIGINT", () => void stream.close());
  process.once("SIGTERM", () => void stream.close());
  console.log("Warehouse: has joined its group");
  for await (const message of stream) {
    await fulfil(OrderEvent.decode(message.value));
    await message.commit();
  }
}
// #endregion follow
