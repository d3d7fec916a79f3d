// What happens to orders, at the pace of the page that shows it.
import { EventEmitter, once } from "node:events";
import { appendFileSync, existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { fromBinary } from "@bufbuild/protobuf";
import { Delivery } from "../gen/shop/v1/orders.ts";
import { DeliverySchema } from "../gen/shop/v1/orders_pb.ts";
import { standardRun } from "../shop/standard-run.ts";

const EVENTS = 100;
const BOOK = "shown.txt";
const PATIENCE_MS = 10_000;
const { values } = parseArgs({
  // Nothing happens after this place, until a restart.
  options: { hold: { type: "string" } },
});
const hold = existsSync(BOOK) ? undefined : values.hold;
const shown = new Set<string>();
const changed = new EventEmitter();

/** The page shows this: "50 o-016.2". */
export function noteShown(line: string): void {
  appendFileSync(BOOK, `${line}\n`);
  shown.add(line.split(" ")[0] ?? "");
  changed.emit("shown");
}

/** An event happens once the page shows the one before it. */
export async function* happening(
  afterCursor: string,
  signal: AbortSignal,
): AsyncGenerator<Delivery, void, undefined> {
  let place = Number(afterCursor);
  if (!Number.isInteger(place)) throw new RangeError(afterCursor);
  console.log(`a reader after ${place}`);
  try {
    for (const event of standardRun().slice(place, EVENTS)) {
      place += 1;
      const cursor = String(place);
      yield { event, cursor };
      await untilShown(cursor, signal);
    }
    await once(signal, "abort");
  } finally {
    const why = signal.aborted ? "has left" : "shows no more";
    console.log(`the reader ${why} after ${place}`);
  }
}

async function untilShown(
  cursor: string,
  reader: AbortSignal,
): Promise<void> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = AbortSignal.any([reader, late]);
  while (!shown.has(cursor) || cursor === hold) {
    await once(changed, "shown", { signal });
  }
}

/** The same delivery in the types of protobuf-es. */
export function toEs(delivery: Delivery) {
  const bytes = Delivery.encode(delivery).finish();
  return fromBinary(DeliverySchema, bytes);
}
