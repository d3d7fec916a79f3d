// Orders has published 500 events, and publishes 500 more:
// node publish-in-two.ts
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const PER_SECOND = 100;
const FIRST = 500;
const events = standardRun();
const orders = openOrders();
try {
  await orders.metadata({ topics: ["order-events"], retries: 0 });
  const first = events.slice(0, FIRST).map(recordOf);
  await orders.send({ messages: first });
  console.log("Orders: 500 published");
  for await (const event of paced(
    events.slice(FIRST),
    PER_SECOND,
  )) {
    await orders.send({ messages: [recordOf(event)] });
  }
} finally {
  await orders.close();
}
