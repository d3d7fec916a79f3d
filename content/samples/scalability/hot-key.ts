// A hot key: one customer has half of the events.
// Run: node hot-key.ts
import {
  compatibilityPartitioner,
  murmur2,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { readEvents } from "../kafka/read-events.ts";
import { standardRun } from "../shop/standard-run.ts";
import { customerOf, RESELLER } from "./customers.ts";
import { handle } from "./in-rounds.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

type Choice = readonly [
  topic: string,
  key: (event: OrderEvent) => string,
];

// #region key
const HOT: ReadonlySet<string> = new Set([RESELLER]);
const SUB_KEYS = 12;

/** All events of an order have one key, whoever sends them. */
function subKeyOf(event: OrderEvent): string {
  const customer = customerOf(event.orderId);
  if (!HOT.has(customer)) return customer;
  const hash = murmur2(event.orderId) & 0x7fff_ffff;
  const part = hash % SUB_KEYS;
  return `${customer}#${part}`;
}
// #endregion key

const choices: readonly Choice[] = [
  ["by-customer", ({ orderId }) => customerOf(orderId)],
  ["by-order", ({ orderId }) => orderId],
  ["by-sub-key", subKeyOf],
];

async function publish([topic, key]: Choice): Promise<void> {
  const orders = new Producer<string, string, string, string>({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    idempotent: true,
    serializers: stringSerializers,
    partitioner: compatibilityPartitioner,
  });
  const messages = standardRun().map((event) => ({
    topic,
    key: key(event),
    headers: { "event-id": event.eventId },
    value: "",
  }));
  try {
    await orders.send({ messages });
  } finally {
    await orders.close();
  }
}

for (const choice of choices) {
  await publish(choice);
  const [topic] = choice;
  const from = "earliest";
  const read = await readEvents("warehouse", {
    topic,
    from,
    count: 1_000,
  });
  handle(topic, read);
  const counts = Array.from(
    { length: 6 },
    (_, it) => read.filter((own) => own.partition === it).length,
  );
  console.log(`${topic}: ${counts.join(", ")}`);
}
