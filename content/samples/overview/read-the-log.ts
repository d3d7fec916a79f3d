// Reads the same events from a Kafka topic, where the broker keeps the place.
import type { Consumer } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import type { Reader } from "./reader.ts";

// #region read
export async function readTheLog(
  warehouse: Consumer,
  { fulfil }: Reader,
): Promise<void> {
  const stream = await warehouse.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  for await (const message of stream) {
    await fulfil(OrderEvent.decode(message.value));
    await message.commit();
  }
}
// #endregion read
