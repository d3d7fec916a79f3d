// A record of order-events as an event, or an error that names it.
import { OrderEvent } from "../gen/shop/v1/orders.ts";

/** What every client says of a record. */
export interface EventRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint | string;
  readonly value: Uint8Array;
}

/**
 * Throws if a record holds no event, and says which record. The
 * Warehouse then stops, at the same record after each start, and
 * handles nothing behind it until somebody mends the reader or
 * commits the offset after the record. To skip the record here
 * would lose an event, and nobody would know.
 */
export function decodeEvent(record: EventRecord): OrderEvent {
  try {
    const event = OrderEvent.decode(record.value);
    // Other bytes may decode as well, into an event without an id.
    if (event.eventId === "")
      throw new Error("it has no event id");
    return event;
  } catch (cause) {
    const { topic, partition, offset } = record;
    throw new Error(
      `no event in ${topic}-${partition} at offset ${offset}`,
      { cause },
    );
  }
}
