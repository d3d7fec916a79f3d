// The rows of an outbox: what is kept, and for whom.
import type { DatabaseSync } from "node:sqlite";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

/** Rows that are read at once. */
const ROWS = 100;

// #region tables
export const TABLES = `
  create table if not exists history (event_id text primary key);
  create table if not exists outbox (
    cursor integer primary key autoincrement,
    event blob not null);
  create table if not exists positions (
    receiver text primary key, cursor integer not null)`;
// #endregion tables

// #region write
/** What happened to an order, and its event: one commit. */
export function add(
  database: DatabaseSync,
  event: OrderEvent,
): void {
  transaction(database, () => {
    database
      .prepare("insert into history values (?)")
      .run(event.eventId);
    database
      .prepare("insert into outbox (event) values (?)")
      .run(OrderEvent.encode(event).finish());
  });
}
// #endregion write

// #region positions
/** At 0 a receiver that has not called yet holds all events. */
export function join(
  database: DatabaseSync,
  receiver: string,
): void {
  database
    .prepare("insert or ignore into positions values (?, 0)")
    .run(receiver);
}

/** This receiver has done all events up to this cursor. */
export function acknowledge(
  database: DatabaseSync,
  receiver: string,
  cursor: number,
): void {
  transaction(database, () => {
    database
      .prepare(
        "update positions set cursor = ? where receiver = ?",
      )
      .run(cursor, receiver);
    database.exec(
      `delete from outbox where cursor <=
      (select min(cursor) from positions)`,
    );
  });
}
// #endregion positions

export function position(
  database: DatabaseSync,
  receiver: string,
): number {
  return read(
    database,
    "select cursor n from positions where receiver = ?",
    receiver,
  );
}

/** The events after a cursor, oldest first, 100 at most. */
export function listKept(database: DatabaseSync, cursor: number) {
  return database
    .prepare(
      `select cursor, event from outbox where cursor > ?
      order by cursor limit ?`,
    )
    .all(cursor, ROWS)
    .map(({ cursor: own, event }) => {
      if (event instanceof Uint8Array) {
        const decoded = OrderEvent.decode(event);
        return { cursor: Number(own), event: decoded };
      }
      throw new Error("a row of the outbox has no event");
    });
}

/** The number that a query returns as n. */
export function read(
  database: DatabaseSync,
  query: string,
  ...values: string[]
): number {
  const row = database.prepare(query).get(...values);
  if (row) return Number(row["n"]);
  throw new Error(`no row: ${query}`);
}

function transaction(
  database: DatabaseSync,
  write: () => void,
): void {
  database.exec("begin immediate");
  try {
    write();
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}
