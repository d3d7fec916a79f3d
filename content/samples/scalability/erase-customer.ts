// A customer wants ten addresses erased; the topic is quiet.
// Run: node erase-customer.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { withTopics } from "../kafka/with-topics.ts";
import { ORDERS, orderIdOf } from "../shop/standard-run.ts";
import { beat, erase, openAddresses } from "./erase-address.ts";
import { readAddresses } from "./read-addresses.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "addresses";
const LOOK_MS = 1_000;
/** The cleaner sleeps for 15 s when it has nothing to do. */
const TWO_PASSES_MS = 35_000;
const orders = Array.from({ length: ORDERS }, (_, index) =>
  orderIdOf(index + 1),
);
const customer = orders.slice(0, 10);

// #region configs
/** How late an erasure may be; a week in production. */
const ERASED_MS = 1_000;

const configs = {
  "cleanup.policy": "compact",
  "max.compaction.lag.ms": `${ERASED_MS}`,
};
// #endregion configs

async function countAddresses(): Promise<number> {
  const all = await readAddresses(TOPIC);
  return all.filter(
    ({ key, value }) =>
      customer.includes(key) && value !== undefined,
  ).length;
}

/** Counts again and again, until no more than the goal is left. */
async function look(limitMs: number, goal: number) {
  const limit = Date.now() + limitMs;
  let count = await countAddresses();
  while (count > goal && Date.now() < limit) {
    await sleep(LOOK_MS);
    count = await countAddresses();
  }
  return count;
}

/** Two addresses of each order, as another program wrote them. */
async function publishAddresses(): Promise<void> {
  const shop = new Producer({
    clientId: "shop",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    partitioner: compatibilityPartitioner,
    serializers: stringSerializers,
  });
  const messages = ["Canal Street", "Harbour Road"].flatMap(
    (value) =>
      orders.map((key) => ({ topic: TOPIC, key, value })),
  );
  try {
    await shop.send({ messages });
  } finally {
    await shop.close();
  }
}

const addresses = openAddresses();
try {
  await withTopics(
    [TOPIC],
    async (admin) => {
      await publishAddresses();
      console.log(`before: ${await countAddresses()}`);
      await sleep(2 * ERASED_MS);
      await erase(addresses, TOPIC, customer);
      await sleep(2 * ERASED_MS);
      await beat(addresses, admin, TOPIC);
      // The cleaner has been here when the first ones are gone.
      await look(TWO_PASSES_MS, customer.length);
      console.log(`erased: ${await look(TWO_PASSES_MS, 0)}`);
    },
    { configs },
  );
} finally {
  await addresses.close();
}
