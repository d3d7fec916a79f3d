// What a commit means: the offset of the next event to read.
// Run: node commit-offset.ts
import {
  Consumer,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const PARTITION = 0;
const EVENTS = ["o-001.1", "o-001.2", "o-001.3", "o-001.4"];

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: [KAFKA_BROKERS],
  serializers: stringSerializers,
});
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: [KAFKA_BROKERS],
  deserializers: stringDeserializers,
  autocommit: false,
});

/** The committed offset, and the events after it. */
async function sayCommitted(call: string): Promise<void> {
  const committed = await warehouse.listCommittedOffsets({
    topics: [{ topic: TOPIC, partitions: [PARTITION] }],
  });
  const ends = await warehouse.listOffsets({ topics: [TOPIC] });
  const next = committed.get(TOPIC)?.[0] ?? 0n;
  const end = ends.get(TOPIC)?.[PARTITION] ?? 0n;
  console.log(`${call}: committed ${next}, lag ${end - next}`);
}

// #region commit
/** Says that all events before `next` are handled. */
async function commit(next: bigint): Promise<void> {
  const place = { topic: TOPIC, partition: PARTITION };
  await warehouse.commit({
    offsets: [{ ...place, offset: next, leaderEpoch: -1 }],
  });
}
// #endregion commit

try {
  await orders.send({
    messages: EVENTS.map((value) => ({
      topic: TOPIC,
      partition: PARTITION,
      value,
    })),
  });
  const stream = await warehouse.consume({
    topics: [TOPIC],
    mode: "committed",
    fallbackMode: "earliest",
  });
  let last = -1n;
  for await (const message of stream) {
    if (message.value !== EVENTS.at(-1)) continue;
    last = message.offset;
    console.log(`the last event has offset ${last}`);
    await message.commit();
    break;
  }
  await sayCommitted("message.commit()");
  await commit(last);
  await sayCommitted("consumer.commit() of its offset");
  await commit(last + 1n);
  await sayCommitted("consumer.commit() of the next");
} finally {
  await orders.close();
  await warehouse.close(true);
}
