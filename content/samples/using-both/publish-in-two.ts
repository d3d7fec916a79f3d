// Orders publishes 500 events, is quiet, and publishes 500 more:
// node publish-in-two.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const FIRST = 500;
const QUIET_MS = 4_000;
const PER_SECOND = 100;
const records = standardRun().map(recordOf);
const orders = openOrders();
try {
  await orders.metadata({ topics: ["order-events"], retries: 0 });
  await orders.send({ messages: records.splice(0, FIRST) });
  await sleep(QUIET_MS);
  for await (const record of paced(records, PER_SECOND)) {
    await orders.send({ messages: [record] });
  }
} finally {
  await orders.close();
}
