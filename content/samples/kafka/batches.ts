// The standard run, sent so many at a time.
// Run: node batches.ts --size=100 --compression=none
import { parseArgs } from "node:util";
import { standardRun } from "../shop/standard-run.ts";
import { openOrders, recordOf } from "./orders-producer.ts";
import { withTopics } from "./with-topics.ts";

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
    for (let at = 0; at < records.length; at += size) {
      const messages = records.slice(at, at + size);
      const send = orders.send({
        messages,
        compression: compressionOf(),
      });
      sends.push(send);
      if (!values["at-once"]) await send;
    }
    await Promise.all(sends);
    return sends.length;
  } finally {
    await orders.close();
  }
}
// #endregion send

function compressionOf() {
  switch (values.compression) {
    case "none":
    case "gzip":
    case "zstd":
      return values.compression;
    default:
      throw new Error(`unknown: "${values.compression}"`);
  }
}

await withTopics(["order-events"], async () => {
  const sends = await publish();
  console.log(`${sends} sends, ${records.length} events`);
});
console.log("done");
