// How many keys move when a topic gets more partitions.
// Run: node keys-that-move.ts
import { murmur2 } from "@platformatic/kafka";
import { ORDERS, orderIdOf } from "../shop/standard-run.ts";

const keys = Array.from({ length: ORDERS }, (_, index) =>
  orderIdOf(index + 1),
);

// #region moved
/** As the Java producer and compatibilityPartitioner do. */
function partitionOf(key: string, partitions: number): number {
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}

function countMoved(from: number, to: number): number {
  return keys.filter(
    (key) => partitionOf(key, from) !== partitionOf(key, to),
  ).length;
}

const changes = [
  [3, 4],
  [3, 6],
  [6, 12],
] as const;
for (const [from, to] of changes) {
  const moved = countMoved(from, to);
  const percent = ((100 * moved) / keys.length).toFixed(1);
  console.log(
    `${from} to ${to}: ${moved} of ${keys.length}, ${percent} %`,
  );
}
// #endregion moved

// Of 6, where the keys of each of 3 partitions go.
for (const before of [0, 1, 2]) {
  const own = keys.filter(
    (key) => partitionOf(key, 3) === before,
  );
  const after = new Set(own.map((key) => partitionOf(key, 6)));
  const places = [...after]
    .toSorted((a, b) => a - b)
    .join(" or ");
  console.log(`partition ${before} of 3: ${places} of 6`);
}
