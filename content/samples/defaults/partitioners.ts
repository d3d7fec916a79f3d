// Where @platformatic/kafka puts orders, and where Java does.
// Run: node partitioners.ts
import { crc32 } from "node:zlib";
import {
  compatibilityPartitioner,
  defaultPartitioner,
} from "@platformatic/kafka";
import {
  countWithJava,
  type Partitioner,
} from "./java-partitions.ts";

const TOPIC = "order-events";

function of(hashOf: typeof defaultPartitioner): Partitioner {
  return (key, partitions) =>
    hashOf({ topic: TOPIC }, Buffer.from(key)) % partitions;
}

const partitioners = {
  default: of(defaultPartitioner),
  compatibilityPartitioner: of(compatibilityPartitioner),
  // As in the source of librdkafka, which is not used here.
  CRC32: (key, partitions) => crc32(key) % partitions,
} satisfies Record<string, Partitioner>;

for (const partitions of [3, 4]) {
  for (const [name, partitionOf] of Object.entries(
    partitioners,
  )) {
    const same = countWithJava(partitionOf, partitions);
    console.log(`${name}, ${partitions} partitions = ${same}`);
  }
}

// Records without a key are not spread over the partitions.
const keyless = [1, 2, 3].map(() =>
  compatibilityPartitioner({ topic: TOPIC }),
);
console.log(`three without a key = ${keyless.join(", ")}`);
