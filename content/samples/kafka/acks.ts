// What send() resolves to, by the acknowledgement asked for.
// Run: node acks.ts
import {
  ProduceAcks,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

interface Case {
  readonly says: string;
  /** What the producer is told, and what the call is. */
  readonly producer?: { idempotent?: boolean; acks?: number };
  readonly call?: { acks: number };
}

const TOPIC = "order-events";
const { ALL, LEADER, NO_RESPONSE } = ProduceAcks;

// #region cases
const cases: readonly Case[] = [
  { says: "nothing" },
  {
    says: "producer: idempotent",
    producer: { idempotent: true },
  },
  { says: "producer: all", producer: { acks: ALL } },
  { says: "call: all", call: { acks: ALL } },
  { says: "call: leader", call: { acks: LEADER } },
  { says: "call: none", call: { acks: NO_RESPONSE } },
];
// #endregion cases

async function send({ says, producer, call }: Case) {
  const orders = new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    serializers: stringSerializers,
    ...producer,
  });
  try {
    const messages = [{ topic: TOPIC, key: says, value: "" }];
    const { offsets } = await orders.send({ messages, ...call });
    const offset = offsets?.[0]?.offset ?? "unknown";
    console.log(`${says}: offset ${offset}`);
  } finally {
    await orders.close();
  }
}

const sendAll = async () => {
  for (const one of cases) await send(one);
};
await withTopics([TOPIC], sendAll, { partitions: 1 });
