// Which partition a key goes to, by each of two partitioners.
// Run: node keys-to-partitions.ts
import {
  compatibilityPartitioner,
  type Partitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { ORDERS, orderIdOf } from "../shop/standard-run.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

type KeyPartitioner = Partitioner<string, string, string, string>;

const TOPIC = "keys";
const orderIds = Array.from({ length: ORDERS }, (_, index) =>
  orderIdOf(index + 1),
);

// #region partitions
/** Order id → the partition that the broker says it is in. */
async function place(
  partitioner?: KeyPartitioner,
): Promise<Map<string, number>> {
  const producer = new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    idempotent: true,
    serializers: stringSerializers,
    // Without this line the client's own partitioner decides.
    ...(partitioner && { partitioner }),
  });
  const places = new Map<string, number>();
  try {
    for (const key of orderIds) {
      const messages = [{ topic: TOPIC, key, value: "" }];
      const { offsets } = await producer.send({ messages });
      places.set(key, Number(offsets?.[0]?.partition));
    }
    return places;
  } finally {
    await producer.close();
  }
}
// #endregion partitions

/** "73/85/92" */
function count(places: Map<string, number>, of: number): string {
  const all = [...places.values()];
  const partitions = Array.from({ length: of }, (_, it) => it);
  return partitions
    .map((it) => all.filter((place) => place === it).length)
    .join("/");
}

async function compare(partitions: number): Promise<void> {
  const own = await place();
  const java = await place(compatibilityPartitioner);
  const moved = orderIds.filter(
    (it) => own.get(it) !== java.get(it),
  );
  console.log(`${partitions} partitions`);
  console.log(`  the client's own ${count(own, partitions)}`);
  console.log(`  as Java's        ${count(java, partitions)}`);
  console.log(`  elsewhere        ${moved.length} of ${ORDERS}`);
}

for (const partitions of [3, 4]) {
  const work = () => compare(partitions);
  await withTopics([TOPIC], work, { partitions });
}
