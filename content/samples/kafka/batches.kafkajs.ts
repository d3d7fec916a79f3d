// The standard run, sent so many at a time, by KafkaJS.
// Run: node batches.kafkajs.ts --size=100 --compression=none
import { parseArgs } from "node:util";
import { CompressionTypes } from "kafkajs";
import { standardRun } from "../shop/standard-run.ts";
import {
  openOrders,
  recordOf,
} from "./orders-producer.kafkajs.ts";
import { withTopics } from "./with-topics.kafkajs.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "100" },
    compression: { type: "string", default: "none" },
    // Calls overlap: none waits for the one before it.
    "at-once": { type: "boolean", default: false },
  },
});
const size = Number(values.size);
const records = standardRun().map(recordOf);

// #region send
async function publish(): Promise<number> {
  const orders = openOrders();
  const sends: Promise<unknown>[] = [];
  try {
    await orders.connect();
    for (let at = 0; at < records.length; at += size) {
      const messages = records.slice(at, at + size);
      const send = orders.send({
        topic: "order-events",
        messages,
        compression: compressionOf(),
      });
      sends.push(send);
      if (!values["at-once"]) await send;
    }
    await Promise.all(sends);
    return sends.length;
  } finally {
    await orders.disconnect();
  }
}
// #endregion send

/** For others than gzip this client has to be given a codec. */
function compressionOf() {
  switch (values.compression) {
    case "none":
      return CompressionTypes.None;
    case "gzip":
      return CompressionTypes.GZIP;
    default:
      throw new Error(`unknown: "${values.compression}"`);
  }
}

await withTopics(["order-events"], async () => {
  const sends = await publish();
  console.log(`${sends} sends, ${records.length} events`);
});
console.log("done");
