// Asks how long the oldest event has waited, and prunes the table.
// Run: node care-for-outbox.ts
import { openDatabase } from "../guaranteed-delivery/postgres.ts";
import { createTables } from "./orders-tables.ts";
import { oldestAge, prune } from "./outbox-care.ts";

const DAY_SECONDS = 86_400;
const database = await openDatabase();
await createTables(database);

/** Ages in seconds; null where nothing was published. */
async function write(
  eventId: string,
  created: number,
  published: number | null,
): Promise<void> {
  await database.query(
    `insert into outbox
      (event_id, key, value, created_at, published_at)
    values ($1, $1, '', now() - make_interval(secs => $2),
      now() - make_interval(secs => $3))`,
    [eventId, created, published],
  );
}

async function say(when: string): Promise<void> {
  const minutes = Math.floor((await oldestAge(database)) / 60);
  console.log(`${when}: the oldest waits ${minutes} min`);
}

await say("an empty outbox");
await write("o-001.1", 3 * DAY_SECONDS, 2 * DAY_SECONDS);
await write("o-002.1", 3 * DAY_SECONDS, 60);
await say("all published");
await write("o-003.1", 3 * DAY_SECONDS, null);
await write("o-004.1", 60, null);
await say("two unpublished");
console.log(`${await prune(database, DAY_SECONDS)} row pruned`);
const { rows } = await database.query<{ event_id: string }>(
  "select event_id from outbox order by id",
);
console.log(rows.map((row) => row.event_id).join(", "));
await database.end();
