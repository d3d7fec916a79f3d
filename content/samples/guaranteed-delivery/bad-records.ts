// What the Warehouse says of records that hold no event.
// Run: node bad-records.ts
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { standardRun } from "../shop/standard-run.ts";
import { decodeEvent } from "./decode-event.ts";

const bytes = standardRun()
  .slice(0, 1)
  .map((event) => OrderEvent.encode(event).finish());
const [whole = new Uint8Array()] = bytes;
const values = {
  "an event": whole,
  "half an event": whole.subarray(0, whole.length / 2),
  "a line of text": Buffer.from("o-001 was placed"),
  "no bytes": new Uint8Array(),
};

for (const [offset, [name, value]] of Object.entries(
  values,
).entries()) {
  const place = { topic: "order-events", partition: 1 };
  const record = { ...place, offset: BigInt(offset), value };
  try {
    console.log(`${name}: ${decodeEvent(record).eventId}`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`${name}: ${error.message}`);
    console.log(`  ${String(error.cause)}`);
  }
}
