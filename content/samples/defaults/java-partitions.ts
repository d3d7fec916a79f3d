// Fifty orders, and the partitions in which Java puts them.
import { murmur2 } from "@platformatic/kafka";

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
export type Partitioner = (
  key: string,
  partitions: number,
) => number;

for (const [key, hash] of KNOWN) {
  if (murmur2(key) !== hash)
    throw new Error(`not Java's: ${key}`);
}
const java: Partitioner = (key, partitions) =>
  (murmur2(key) & 0x7fffffff) % partitions;

/** "25 of 50": how many orders lie where Java puts them. */
export function countWithJava(
  partitionOf: Partitioner,
  partitions: number,
): string {
  const same = KEYS.filter(
    (key) =>
      partitionOf(key, partitions) === java(key, partitions),
  );
  return `${same.length} of ${ORDERS}`;
}
