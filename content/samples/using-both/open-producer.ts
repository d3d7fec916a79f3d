// A producer of order-events that is ready to send.
import {
  compatibilityPartitioner,
  Producer,
  stringSerializer,
} from "@platformatic/kafka";

export type EventProducer = Producer<
  string,
  Buffer,
  string,
  string
>;

/** Fails at once when the topic is not there. */
export async function openProducer(): Promise<EventProducer> {
  const { KAFKA_BROKERS = "localhost:9092" } = process.env;
  const producer = new Producer<string, Buffer, string, string>({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    // Acknowledged by all replicas in sync, and a retry is
    // written once.
    idempotent: true,
    partitioner: compatibilityPartitioner,
    serializers: {
      key: stringSerializer,
      headerKey: stringSerializer,
      headerValue: stringSerializer,
    },
  });
  try {
    // An idempotent send is retried without end, also to a topic
    // that is not there: so ask for the topic first.
    const topics = ["order-events"];
    await producer.metadata({ topics, retries: 0 });
    await producer.initIdempotentProducer({});
    return producer;
  } catch (error) {
    await producer.close();
    throw error;
  }
}
