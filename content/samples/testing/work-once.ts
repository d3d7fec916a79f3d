// The code under test: the work of each event is done once.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { decodeEvent } from "../guaranteed-delivery/decode-event.ts";
import type { WorkBook } from "../guaranteed-delivery/work-book.ts";

/** What this code needs of a record of @platformatic/kafka. */
export interface Delivered {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly value: Buffer;
  commit: () => void | Promise<void>;
}

// #region work
/** Returns the event, after its work and its commit. */
export async function workOnce(
  book: WorkBook,
  record: Delivered,
): Promise<OrderEvent> {
  const event = decodeEvent(record);
  book.transaction(() => {
    if (book.mark(event)) book.write(event);
  });
  await record.commit();
  return event;
}
// #endregion work
