// The outbox of Orders, and a signal whenever an event is added.
import { EventEmitter, once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  acknowledge,
  add,
  join,
  listKept,
  position,
  read,
  TABLES,
} from "./outbox-rows.ts";

export type Outbox = ReturnType<typeof openOutbox>;

/** No event is deleted until all these receivers have done it. */
export function openOutbox(receivers: readonly string[]) {
  const database = new DatabaseSync("orders.db");
  // Not waiting for the disk: these runs kill processes only. Set
  // "full" in production, or a power cut may take events back.
  database.exec(`pragma journal_mode = wal;
    pragma synchronous = normal; ${TABLES}`);
  for (const receiver of receivers) join(database, receiver);
  const changes = new EventEmitter();
  let finished = false;
  return {
    add(event: OrderEvent) {
      add(database, event);
      changes.emit("change");
    },
    after: (cursor: number) => listKept(database, cursor),
    position: (receiver: string) => position(database, receiver),
    acknowledge: (receiver: string, cursor: number) =>
      acknowledge(database, receiver, cursor),
    /** How many events happened, in this life or before. */
    happened: () =>
      read(database, "select count(*) n from history"),
    /** No event will happen any more. */
    finish() {
      finished = true;
      changes.emit("change");
    },
    isFinished: () => finished,
    untilChange: (signal: AbortSignal) =>
      once(changes, "change", { signal }),
    close: () => database.close(),
  };
}
