// The Warehouse's book: a row each time an event was worked on.
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

const WORK_MS = 5;
// Another process may be writing.
const PATIENCE_MS = 10_000;

export interface WorkBook {
  /** Adds a row. It has no key, so that a second one shows. */
  write: (event: OrderEvent) => void;
  /** False if the event is marked already: marks have a key. */
  mark: (event: OrderEvent) => boolean;
  /** All that is written meanwhile is kept, or nothing. */
  transaction: (write: () => void) => void;
  close: () => void;
}

/** Opens the file, or makes it. */
export function openWorkBook(path = "warehouse.db"): WorkBook {
  const database = new DatabaseSync(path, {
    timeout: PATIENCE_MS,
  });
  // Not waiting for the disk: these runs kill processes only. Set
  // "full" in production, or a power cut may take back work whose
  // event is already committed.
  database.exec(
    `pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists work (
      event_id text not null, at_ms integer not null);
    create table if not exists marks (
      event_id text primary key)`,
  );
  const insertRow = database.prepare(
    "insert into work values (?, ?)",
  );
  const insertMark = database.prepare(
    "insert or ignore into marks values (?)",
  );
  return {
    write({ eventId }) {
      insertRow.run(eventId, Date.now());
    },
    mark: ({ eventId }) => insertMark.run(eventId).changes === 1,
    transaction(write) {
      database.exec("begin immediate");
      try {
        write();
        database.exec("commit");
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
    },
    close: () => database.close(),
  };
}

// #region work
/** The pause stands for the work, the row for its effect. */
export async function work(
  book: Pick<WorkBook, "write">,
  event: OrderEvent,
): Promise<void> {
  await sleep(WORK_MS);
  book.write(event);
}
// #endregion work
