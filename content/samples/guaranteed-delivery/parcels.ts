// What the Warehouse writes for what it reads: a parcel for each
// order that is released.
import { decodeEvent, type EventRecord } from "./decode-event.ts";

export const PARCELS = "parcels";

/** None for the other events of an order. */
export function parcelsOf(record: EventRecord) {
  const { change, orderId, warehouseId } = decodeEvent(record);
  if (change?.$case !== "released") return [];
  return [{ key: orderId, value: `sent from ${warehouseId}` }];
}
