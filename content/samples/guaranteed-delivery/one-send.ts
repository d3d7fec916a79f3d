// One send() for two partitions, whose leader dies meanwhile.
// Run: node one-send.ts
import {
  Admin,
  Consumer,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { until } from "./until-paused.ts";
import { watch } from "./watch-sends.ts";

const {
  KAFKA_BROKERS = "localhost:9092,localhost:9093,localhost:9094",
} = process.env;
const TOPIC = "order-events";
const LIMIT_MS = 30_000;
const shop = {
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
};
const admin = new Admin(shop);
const reader = new Consumer({ ...shop, groupId: "shop" });
const open = () =>
  new Producer({
    ...shop,
    serializers: stringSerializers,
    idempotent: true,
  });

/** Which broker leads partition 0, and which partition 1. */
async function leaders(): Promise<readonly number[]> {
  const { topics } = await admin.metadata({
    topics: [TOPIC],
    forceUpdate: true,
  });
  const partitions = topics.get(TOPIC)?.partitions ?? [];
  return partitions.map(({ leader }) => leader);
}

async function sayRecords(): Promise<void> {
  const ends = await reader.listOffsets({ topics: [TOPIC] });
  const [first, second] = ends.get(TOPIC) ?? [];
  console.log(`records: ${first} and ${second}`);
}

// One broker leads both now, and two of them when it is gone.
await admin.createTopics({
  topics: [TOPIC],
  assignments: [
    { partition: 0, brokers: [1, 2, 3] },
    { partition: 1, brokers: [1, 3, 2] },
  ],
});
await until(async () => (await leaders()).length === 2);

// #region sends
const record = (partition: number) => ({
  topic: TOPIC,
  partition,
  value: "placed",
});
const orders = open();
await orders.send({ messages: [record(0), record(1)] });
await sayRecords();

// The leader dies before it answers; then 2 and 3 lead.
const both = orders.send({ messages: [record(0), record(1)] });
await watch("one send for both", [both], LIMIT_MS);
console.log(`leaders: ${String(await leaders())}`);
await sayRecords();

const later = open();
const each = [0, 1].map((partition) =>
  later.send({ messages: [record(partition)] }),
);
await watch("a send for each", each);
await sayRecords();
// #endregion sends
// The send that waits goes on, and would keep us here.
process.exit();
