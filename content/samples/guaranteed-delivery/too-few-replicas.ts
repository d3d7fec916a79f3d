// What send() says when fewer replicas than the minimum are left.
// Run: node too-few-replicas.ts
import {
  Admin,
  ProduceAcks,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { setTimeout as sleep } from "node:timers/promises";
import { sayFailure } from "../symptoms/say-causes.ts";

const {
  KAFKA_BROKERS = "localhost:9092,localhost:9093,localhost:9094",
} = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const TOPIC = "order-events";
const LIMIT_MS = 10_000;
const LOOK_MS = 100;
const admin = new Admin({ clientId: "shop", bootstrapBrokers });

async function untilOneIsLeft(): Promise<void> {
  for (;;) {
    const { topics } = await admin.metadata({
      topics: [TOPIC],
      forceUpdate: true,
    });
    const { isr, leader } =
      topics.get(TOPIC)?.partitions[0] ?? {};
    if (isr?.length === 1 && isr[0] === leader) return;
    await sleep(LOOK_MS);
  }
}

// #region cases
const cases = [
  { says: "acks leader", call: { acks: ProduceAcks.LEADER } },
  { says: "acks all", call: { acks: ProduceAcks.ALL } },
  { says: "idempotent", producer: { idempotent: true } },
];
// #endregion cases

async function send({
  says,
  producer,
  call,
}: (typeof cases)[number]) {
  const orders = new Producer({
    clientId: "orders",
    bootstrapBrokers,
    serializers: stringSerializers,
    ...producer,
  });
  const messages = [{ topic: TOPIC, key: "o-137", value: says }];
  const late = sleep(LIMIT_MS, undefined, { ref: false }).then(
    () => {
      throw new Error(`unsettled after ${LIMIT_MS} ms`);
    },
  );
  await sayFailure(says, () =>
    Promise.race([orders.send({ messages, ...call }), late]),
  );
}

console.log("now one of two replicas goes");
await untilOneIsLeft();
for (const one of cases) await send(one);
// The last send goes on, and would keep us here.
process.exit();
