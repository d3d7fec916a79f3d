// Writes a record that is given up to the topic of dead letters.
import {
  compatibilityPartitioner,
  type Message,
  Producer,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events-dead";
// So that the letter fits where the record did not fill it.
const REASON_CHARACTERS = 500;

export interface DeadLetters {
  /** Returns when all replicas in sync have the letter. */
  write: (record: Message, reason: Error) => Promise<void>;
  close: () => Promise<void>;
}

/** Fails at once if the topic is not there. */
export async function openDeadLetters(): Promise<DeadLetters> {
  const producer = new Producer({
    clientId: "dead-letters",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    // Acknowledged by all replicas in sync; a retry of the client
    // is written once.
    idempotent: true,
    // The letters of one key stay in sequence, as in Java.
    partitioner: compatibilityPartitioner,
  });
  try {
    await producer.metadata({ topics: [TOPIC], retries: 0 });
    await producer.initIdempotentProducer({});
  } catch (error) {
    await producer.close();
    throw error;
  }
  return {
    async write(record, reason) {
      const { key, value } = record;
      const headers = addOrigin(record, reason);
      await producer.send({
        messages: [{ topic: TOPIC, key, value, headers }],
      });
    },
    close: () => producer.close(),
  };
}

// #region origin
/** The record's own headers, where it was, and why it failed. */
function addOrigin(
  { topic, partition, offset, timestamp, headers }: Message,
  { message, cause = "" }: Error,
): Map<Buffer, Buffer> {
  const why = `${message} ${String(cause)}`.trim();
  const reason = why.slice(0, REASON_CHARACTERS);
  const all = new Map(headers);
  for (const [name, text] of Object.entries({
    topic,
    partition,
    offset,
    timestamp,
    reason,
  })) {
    const key = Buffer.from(`dead-letter.${name}`);
    all.set(key, Buffer.from(String(text)));
  }
  return all;
}
// #endregion origin
