import {
  Consumer,
  ProduceAcks,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { createTopics } from "./create-topics.ts";

const TOPIC = "exercise";

/**
 * Has a node do once what runs have nodes do: make a topic, take records inside a transaction, give them to a group and
 * keep its offset. The classes that it loads for that are then in an archive that is made of it.
 *
 * @param address `127.0.0.1:<labPort>`
 */
export async function exerciseNode(address: string): Promise<void> {
  const client = { clientId: "lab", bootstrapBrokers: [address] };
  await using closers = new AsyncDisposableStack();
  await createTopics([address], [{ name: TOPIC, partitions: 1 }]);
  const producer = new Producer({
    ...client,
    serializers: stringSerializers,
    idempotent: true,
    transactionalId: TOPIC,
  });
  closers.defer(() => producer.close());
  const transaction = await producer.beginTransaction();
  await transaction.send({
    acks: ProduceAcks.ALL,
    messages: [{ topic: TOPIC, key: "o-1", value: "placed" }],
  });
  await transaction.commit();
  const consumer = new Consumer({
    ...client,
    groupId: TOPIC,
    deserializers: stringDeserializers,
    autocommit: false,
  });
  closers.defer(() => consumer.close(true));
  const stream = await consumer.consume({ topics: [TOPIC], mode: "earliest" });
  for await (const message of stream) {
    await message.commit();
    break;
  }
}
