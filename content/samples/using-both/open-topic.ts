// The consumer of an edge: one for all of its calls.
import { randomUUID } from "node:crypto";
import { Consumer } from "@platformatic/kafka";

export const TOPIC = "order-events";

// #region open
/** Its group has this process alone, and commits nothing. */
export async function openTopic(): Promise<Consumer> {
  const { KAFKA_BROKERS = "localhost:9092" } = process.env;
  const consumer = new Consumer({
    clientId: "edge",
    groupId: `edge-${randomUUID()}`,
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    // No fetch for a call while it has so many records waiting.
    highWaterMark: 100,
    // A fetch brings so many bytes at most, or one batch.
    maxBytes: 65_536,
    autocommit: false,
  });
  consumer.topics.track(TOPIC);
  await consumer.joinGroup();
  return consumer;
}
// #endregion open
