// A producer as a stream, which gathers what it is given.
// Run: node as-a-stream.ts --high-water-mark=16
import { once } from "node:events";
import { parseArgs } from "node:util";
import { standardRun } from "../shop/standard-run.ts";
import { openOrders, recordOf } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

const { values } = parseArgs({
  options: {
    // Node's default for streams of objects is 16.
    "high-water-mark": { type: "string", default: "16" },
  },
});

// #region stream
async function publish(): Promise<void> {
  const orders = openOrders();
  try {
    await orders.initIdempotentProducer({});
    const stream = orders.asStream({
      // Sent when 100 have come, or 10 ms after the first.
      batchSize: 100,
      batchTime: 10,
      highWaterMark: Number(values["high-water-mark"]),
    });
    for (const event of standardRun()) {
      if (!stream.write(recordOf(event))) {
        await once(stream, "drain");
      }
    }
    await stream.close();
  } finally {
    await orders.close();
  }
}
// #endregion stream

await withTopics(["order-events"], publish);
console.log("done");
