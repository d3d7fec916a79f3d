// The same 1,000 events by four keys: where they come to lie.
// Run: node choose-a-key.ts
import {
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { standardRun } from "../shop/standard-run.ts";
import { readEvents } from "./read-events.ts";
import type { ReadEvent } from "./what-was-read.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region choices
interface Choice {
  readonly topic: string;
  /** None without. */
  readonly key?: (event: OrderEvent) => string;
  /** Without, the client has its own way. */
  readonly asJava?: true;
}

const choices: readonly Choice[] = [
  { topic: "by-order", key: (it) => it.orderId, asJava: true },
  {
    topic: "by-warehouse",
    key: (it) => it.warehouseId,
    asJava: true,
  },
  { topic: "no-key" },
  { topic: "no-key-as-java", asJava: true },
];
// #endregion choices

// #region publish
async function publish(choice: Choice): Promise<void> {
  const { topic, key, asJava } = choice;
  const orders = new Producer<string, string, string, string>({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    idempotent: true,
    serializers: stringSerializers,
    ...(asJava && { partitioner: compatibilityPartitioner }),
  });
  const messages = standardRun().map((event) => ({
    topic,
    ...(key && { key: key(event) }),
    headers: { "event-id": event.eventId },
    value: "",
  }));
  try {
    await orders.send({ messages });
  } finally {
    await orders.close();
  }
}
// #endregion publish

function report(topic: string, events: ReadEvent[]): void {
  const counts = [0, 1, 2].map(
    (it) => events.filter((own) => own.partition === it).length,
  );
  // The order of event "o-137.3" is "o-137".
  const orders = Map.groupBy(events, ({ eventId = "" }) =>
    eventId.slice(0, 5),
  );
  const split = [...orders.values()].filter(
    (own) => new Set(own.map((it) => it.partition)).size > 1,
  );
  const where = counts.join("/");
  console.log(`${topic}: ${where}, ${split.length} orders split`);
}

const topics = choices.map(({ topic }) => topic);
await withTopics(topics, async () => {
  for (const choice of choices) {
    await publish(choice);
    const { topic } = choice;
    const all = {
      topic,
      from: "earliest",
      count: 1_000,
    } as const;
    report(topic, await readEvents("analytics", all));
  }
});
