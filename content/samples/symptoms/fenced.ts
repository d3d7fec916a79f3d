// Two producers with one transactional id: one has to go.
// Run: node fenced.ts
import { Producer, stringSerializers } from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region newcomer
/** "I have no producer id yet"; without it the client says 0. */
const NEWCOMER = { producerId: -1n, producerEpoch: -1 };
// #endregion newcomer

const placed = {
  messages: [
    { topic: "order-events", key: "o-001", value: "placed" },
  ],
};

function openProducer(transactionalId: string) {
  return new Producer({
    clientId: transactionalId,
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    serializers: stringSerializers,
    idempotent: true,
    transactionalId,
  });
}

async function startTwice(
  transactionalId: string,
  as: Partial<typeof NEWCOMER>,
): Promise<void> {
  const first = openProducer(transactionalId);
  const second = openProducer(transactionalId);
  try {
    const old = await first.beginTransaction(as);
    await old.send(placed);
    await sayFailure("the second begins", () =>
      second.beginTransaction(as),
    );
    await sayFailure("the first sends", () => old.send(placed));
    await sayFailure("the first commits", () => old.commit());
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
}

await startTwice("warehouse-0", NEWCOMER);
console.log("as this client does it by itself:");
await startTwice("warehouse-1", {});
