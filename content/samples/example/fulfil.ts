// The Warehouse: does the work of every event once.
import { EventEmitter, once } from "node:events";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import type { Parcel } from "../shop/verdict.ts";
import { openTables, type Tables } from "./tables.ts";

export interface Warehouse {
  /** Does an event's work; with a cursor, saves that as well. */
  fulfil: (event: OrderEvent, cursor?: string) => Promise<void>;
  /** The last cursor that was saved; "0" before the first. */
  place: () => string;
  /** How many events have been handled. */
  handled: () => number;
  /** Resolves as soon as so many events have been handled. */
  untilHandled: (count: number) => Promise<void>;
  /** The parcels that left. */
  parcels: () => Parcel[];
  close: () => void;
}

/** Opens the Warehouse's database; ":memory:" ends with us. */
export function openWarehouse(path = ":memory:"): Warehouse {
  const tables = openTables(path);
  const progress = new EventEmitter();
  return {
    ...tables,
    async fulfil(event, cursor) {
      fulfil(tables, event, cursor);
      progress.emit("handled");
    },
    async untilHandled(count) {
      while (tables.handled() < count) {
        await once(progress, "handled");
      }
    },
  };
}

// #region fulfil
/** The work, its mark and our place: all of it or nothing. */
function fulfil(
  tables: Tables,
  event: OrderEvent,
  cursor: string | undefined,
): void {
  tables.transaction(() => {
    // An event that comes again changes nothing.
    if (tables.markHandled(event.eventId)) apply(tables, event);
    if (cursor !== undefined) tables.savePlace(cursor);
  });
}

function apply(tables: Tables, event: OrderEvent): void {
  const { eventId, orderId, change } = event;
  switch (change?.$case) {
    case "placed":
    case "addressChanged":
      tables.setAddress(orderId, change.value.address);
      break;
    case "released":
      tables.sendParcel(orderId);
      break;
    case "paid":
      break;
    default:
      throw new Error(`${eventId}: a change of unknown kind`);
  }
}
// #endregion fulfil
