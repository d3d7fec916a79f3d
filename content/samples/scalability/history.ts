// Loads events with the time at which they happened.
import {
  type Admin,
  ConfigResourceTypes,
  IncrementalAlterConfigOperationTypes,
} from "@platformatic/kafka";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";

// #region load
/** Changes one setting of a topic, and no other. */
export async function setConfig(
  admin: Admin,
  topic: string,
  name: string,
  value: string,
): Promise<void> {
  const configOperation =
    IncrementalAlterConfigOperationTypes.SET;
  await admin.incrementalAlterConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: topic,
        configs: [{ name, value, configOperation }],
      },
    ],
  });
}

/** Resolves when the broker has all of them. */
export async function load(
  topic: string,
  events: readonly OrderEvent[],
): Promise<void> {
  const orders = openOrders();
  try {
    const messages = events.map((event) => ({
      ...recordOf(event),
      topic,
      timestamp: timeOf(event),
    }));
    await orders.send({ messages });
  } finally {
    await orders.close();
  }
}

/** When it happened, in milliseconds. */
export function timeOf({ eventId, occurredAt }: OrderEvent) {
  if (!occurredAt) throw new Error(`${eventId} has no time`);
  return BigInt(occurredAt.getTime());
}
// #endregion load
