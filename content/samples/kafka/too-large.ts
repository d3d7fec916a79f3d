// A record that is larger than a broker takes.
// Run: node too-large.ts
import {
  findErrorBy,
  Producer,
  type ProtocolError,
  stringSerializers,
} from "@platformatic/kafka";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "labels";
const KIB = 1_024;

// #region send
async function send(bytes: number, count = 1): Promise<void> {
  const orders = new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    serializers: stringSerializers,
  });
  const record = { topic: TOPIC, value: "x".repeat(bytes) };
  const messages = Array.from({ length: count }, () => record);
  try {
    await orders.send({ messages });
    console.log(`${count} of ${bytes} bytes: written`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const refusal = findErrorBy<ProtocolError>(
      error,
      "code",
      "PLT_KFK_PROTOCOL",
    );
    if (!refusal) throw error;
    console.log(`${count} of ${bytes} bytes: ${error.message}`);
    console.log(`  ${refusal["apiId"]}: ${refusal.message}`);
  } finally {
    await orders.close();
  }
}
// #endregion send

const sendAll = async () => {
  await send(1_023 * KIB);
  await send(1_024 * KIB + 1);
  await send(600 * KIB, 2);
};
await withTopics([TOPIC], sendAll, { partitions: 1 });
