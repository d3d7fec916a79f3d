// The Warehouse: does the work of every event once.
import { EventEmitter, once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import type { Parcel } from "./verdict.ts";

export interface Warehouse {
  fulfil: (event: OrderEvent) => Promise<void>;
  /** How many events have been handled. */
  handled: () => number;
  /** Resolves as soon as so many events have been handled. */
  untilHandled: (count: number) => Promise<void>;
  /** The parcels that left. */
  parcels: () => Parcel[];
}

const SCHEMA = `
  create table if not exists handled (event_id text primary key);
  create table if not exists addresses (
    order_id text primary key, address text not null);
  create table if not exists parcels (
    order_id text not null, address text not null);
`;

/** Opens the Warehouse's database; ":memory:" ends with us. */
export function openWarehouse(path = ":memory:"): Warehouse {
  const database = new DatabaseSync(path);
  database.exec(SCHEMA);
  const progress = new EventEmitter();
  const markHandled = database.prepare(
    "insert or ignore into handled values (?)",
  );
  const setAddress = database.prepare(
    "insert or replace into addresses values (?, ?)",
  );
  const sendParcel = database.prepare(
    `insert into parcels
      select order_id, address from addresses where order_id = ?`,
  );

  function apply({ eventId, orderId, change }: OrderEvent): void {
    switch (change?.$case) {
      case "placed":
      case "addressChanged":
        setAddress.run(orderId, change.value.address);
        break;
      case "released":
        sendParcel.run(orderId);
        break;
      case "paid":
        break;
      default:
        throw new Error(`${eventId}: a change of unknown kind`);
    }
  }

  function handled(): number {
    const row = database
      .prepare("select count(*) n from handled")
      .get();
    return Number(row?.["n"]);
  }

  return {
    // The work and the mark that it is done are one transaction:
    // an event that comes again changes nothing.
    async fulfil(event) {
      database.exec("begin");
      try {
        const { changes } = markHandled.run(event.eventId);
        if (changes === 1) apply(event);
        database.exec("commit");
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
      progress.emit("handled");
    },
    handled,
    async untilHandled(count) {
      while (handled() < count) await once(progress, "handled");
    },
    parcels() {
      return database
        .prepare("select order_id, address from parcels")
        .all()
        .map((row) => ({
          orderId: String(row["order_id"]),
          address: String(row["address"]),
        }));
    },
  };
}
