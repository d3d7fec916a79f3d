// Where each client puts 50 orders, and where Java puts them.
// Run: node partitioners.ts
import { crc32 } from "node:zlib";
import {
  compatibilityPartitioner,
  defaultPartitioner,
  murmur2,
} from "@platformatic/kafka";
import { type ICustomPartitioner, Partitioners } from "kafkajs";

const TOPIC = "order-events";
const ORDERS = 50;
const KEYS = Array.from(
  { length: ORDERS },
  (_, n) => `o-${String(n + 1).padStart(3, "0")}`,
);
// From the tests of Kafka's own Java client.
const KNOWN = [
  ["21", -973932308],
  ["foobar", -790332482],
  ["a-little-bit-long-string", -985981536],
] as const;

/** A key, and how many partitions there are → its partition. */
type Partitioner = (key: string, partitions: number) => number;

for (const [key, hash] of KNOWN) {
  if (murmur2(key) !== hash)
    throw new Error(`not Java's: ${key}`);
}
const java: Partitioner = (key, partitions) =>
  (murmur2(key) & 0x7fffffff) % partitions;

function ofPlatformatic(
  hashOf: typeof defaultPartitioner,
): Partitioner {
  return (key, partitions) =>
    hashOf({ topic: TOPIC }, Buffer.from(key)) % partitions;
}

function ofKafkajs(create: ICustomPartitioner): Partitioner {
  const partitionOf = create();
  return (key, partitions) =>
    partitionOf({
      topic: TOPIC,
      message: { key, value: null },
      partitionMetadata: Array.from(
        { length: partitions },
        (_, partitionId) => ({
          partitionId,
          partitionErrorCode: 0,
          leader: 1,
          replicas: [1],
          isr: [1],
        }),
      ),
    });
}

const partitioners = {
  "@platformatic/kafka": ofPlatformatic(defaultPartitioner),
  "its compatibilityPartitioner": ofPlatformatic(
    compatibilityPartitioner,
  ),
  kafkajs: ofKafkajs(Partitioners.DefaultPartitioner),
  "kafkajs before 2.0": ofKafkajs(Partitioners.LegacyPartitioner),
  // As in the source of librdkafka, which is not installed here.
  CRC32: (key, partitions) => crc32(key) % partitions,
} satisfies Record<string, Partitioner>;

for (const partitions of [3, 4]) {
  for (const [name, partitionOf] of Object.entries(
    partitioners,
  )) {
    const same = KEYS.filter(
      (key) =>
        partitionOf(key, partitions) === java(key, partitions),
    );
    console.log(
      `${name}, ${partitions} partitions = ${same.length} of ${ORDERS}`,
    );
  }
}

// Records without a key: one after the other, all to the same.
const keyless = [1, 2, 3].map(() =>
  compatibilityPartitioner({ topic: TOPIC }),
);
console.log(
  `partitions of three without a key = ${keyless.join(", ")}`,
);
