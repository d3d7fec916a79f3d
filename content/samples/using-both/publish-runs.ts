// Orders publishes the standard run, so many times over:
// node publish-runs.ts 5
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";

const AT_ONCE = 100;
const [runs = "1"] = process.argv.slice(2);
const orders = openOrders();
try {
  await orders.metadata({ topics: ["order-events"], retries: 0 });
  for (let run = 0; run < Number(runs); run += 1) {
    const records = standardRun().map(recordOf);
    while (records.length > 0) {
      const messages = records.splice(0, AT_ONCE);
      await orders.send({ messages });
    }
  }
  console.log("Orders: all published");
} finally {
  await orders.close();
}
