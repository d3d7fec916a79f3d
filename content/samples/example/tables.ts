// The tables of the Warehouse, in SQLite.
import { DatabaseSync } from "node:sqlite";
import type { Parcel } from "../shop/verdict.ts";

// Another process may be writing.
const PATIENCE_MS = 1_000;
const SCHEMA = `
  pragma journal_mode = wal;
  create table if not exists handled (event_id text primary key);
  create table if not exists place (
    one integer primary key check (one = 1), cursor text);
  create table if not exists addresses (
    order_id text primary key, address text not null);
  create table if not exists parcels (
    order_id text not null, address text not null);
`;

export type Tables = ReturnType<typeof openTables>;

/** Opens the file, or makes it. ":memory:" ends with us. */
export function openTables(path: string) {
  const database = new DatabaseSync(path, {
    timeout: PATIENCE_MS,
  });
  database.exec(SCHEMA);
  const insertHandled = database.prepare(
    "insert or ignore into handled values (?)",
  );
  const replacePlace = database.prepare(
    "insert or replace into place values (1, ?)",
  );
  const replaceAddress = database.prepare(
    "insert or replace into addresses values (?, ?)",
  );
  const insertParcel = database.prepare(
    `insert into parcels
      select order_id, address from addresses where order_id = ?`,
  );
  const getPlace = database.prepare("select cursor from place");
  const countHandled = database.prepare(
    "select count(*) n from handled",
  );
  const allParcels = database.prepare(
    "select order_id, address from parcels",
  );
  return {
    /** All of it is kept, or nothing. */
    transaction(work: () => void): void {
      database.exec("begin immediate");
      try {
        work();
        database.exec("commit");
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
    },
    /** False if it was marked already. */
    markHandled: (eventId: string): boolean =>
      insertHandled.run(eventId).changes === 1,
    savePlace(cursor: string): void {
      replacePlace.run(cursor);
    },
    setAddress(orderId: string, address: string): void {
      replaceAddress.run(orderId, address);
    },
    sendParcel(orderId: string): void {
      insertParcel.run(orderId);
    },
    place: (): string => String(getPlace.get()?.["cursor"] ?? 0),
    handled: (): number => Number(countHandled.get()?.["n"]),
    parcels: (): Parcel[] =>
      allParcels.all().map((row) => ({
        orderId: String(row["order_id"]),
        address: String(row["address"]),
      })),
    close: (): void => database.close(),
  };
}
