// Where each client puts 50 orders, and where Java puts them.
// Run: node partitioners.ts
import {
  compatibilityPartitioner,
  defaultPartitioner,
} from "@platformatic/kafka";
import { Partitioners } from "kafkajs";

const TOPIC = "order-events";
const PARTITIONS = 3;
const KEYS = Array.from(
  { length: 50 },
  (_, n) => `o-${String(n + 1).padStart(3, "0")}`,
);
console.log(
  KEYS.map(
    (key) =>
      compatibilityPartitioner(
        { topic: TOPIC },
        Buffer.from(key),
      ) % PARTITIONS,
  ).join(""),
);
console.log(
  KEYS.map(
    (key) =>
      defaultPartitioner({ topic: TOPIC }, Buffer.from(key)) %
      PARTITIONS,
  ).join(""),
);
