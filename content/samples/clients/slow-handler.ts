// A slow handler that writes down how many run at a time.
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { standardRun } from "../shop/standard-run.ts";

export const EVENTS = standardRun();
/** The handler waits, say for a database. */
const WORK_MS = 5;

/** @param asked how many partitions the consumer was given */
export function openSlowHandler(asked: number) {
  const book = new DatabaseSync("warehouse.db");
  book.exec("create table if not exists begun (asked, running)");
  const insert = book.prepare("insert into begun values (?, ?)");
  const allDone = Promise.withResolvers<void>();
  let running = 0;
  let handled = 0;
  return {
    async handle(): Promise<void> {
      running += 1;
      insert.run(asked, running);
      await sleep(WORK_MS);
      running -= 1;
      handled += 1;
      if (handled === EVENTS.length) allDone.resolve();
    },
    async allDone(): Promise<void> {
      await allDone.promise;
      book.close();
      console.log(`${asked} at a time: ${handled} handled`);
    },
  };
}
