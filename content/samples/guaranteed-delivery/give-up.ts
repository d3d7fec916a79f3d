// Which failures end in a dead letter, and which do not.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { decodeEvent, type EventRecord } from "./decode-event.ts";
import { FailsForGood, retry } from "./retry.ts";

// #region give-up
/**
 * Does the work of a record. Returns the reason if the record can
 * never be handled, and throws if it may be handled later.
 */
export async function handleOrGiveUp(
  record: EventRecord,
  fulfil: (event: OrderEvent) => Promise<void>,
  firstWaitMs?: number,
): Promise<FailsForGood | undefined> {
  try {
    const event = decodeOrGiveUp(record);
    await retry(() => fulfil(event), firstWaitMs);
    return undefined;
  } catch (error) {
    if (error instanceof FailsForGood) return error;
    throw error;
  }
}

/** The same bytes do not decode at another time either. */
function decodeOrGiveUp(record: EventRecord): OrderEvent {
  try {
    return decodeEvent(record);
  } catch (cause) {
    throw new FailsForGood("does not decode", { cause });
  }
}
// #endregion give-up
