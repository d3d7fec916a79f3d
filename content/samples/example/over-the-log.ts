// The adapter for Kafka: reads on from the group's offset.
import { Consumer } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import type { Warehouse } from "./fulfil.ts";

/** Hands every event to the Warehouse; returns when stopped. */
export async function followOrders(
  warehouse: Warehouse,
  address: string,
): Promise<void> {
  // The name of a static member, unique among live processes.
  const { WAREHOUSE } = process.env;
  const consumer = new Consumer({
    clientId: "warehouse",
    groupId: "warehouse",
    // Back after a crash, it has its partitions at once.
    ...(WAREHOUSE && { groupInstanceId: WAREHOUSE }),
    bootstrapBrokers: address.split(","),
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
  // A topic has no end: a signal ends the loop.
  process.once("SIGINT", () => void stream.close());
  process.once("SIGTERM", () => void stream.close());
  console.log("Warehouse: has joined its group");
  for await (const message of stream) {
    await fulfil(OrderEvent.decode(message.value));
    await message.commit();
  }
}
// #endregion follow
