// Two traps of an outbox: a late commit, and two relays at once.
// Run: node late-commit.ts
import type { ClientBase } from "pg";
import { openDatabase } from "../guaranteed-delivery/postgres.ts";
import { createTables } from "./orders-tables.ts";

const database = await openDatabase();
await createTables(database);
const first = await database.connect();
const second = await database.connect();

// #region queries
const AFTER_LAST_ID = `select id, event_id from outbox
  where id > $1 order by id`;
const UNPUBLISHED = `select id, event_id from outbox
  where published_at is null order by id`;
const NEXT_UNLOCKED = `${UNPUBLISHED}
  limit 1 for update skip locked`;
// #endregion queries

interface Row {
  readonly id: string;
  readonly event_id: string;
}

async function write(
  client: Pick<ClientBase, "query">,
  eventId: string,
) {
  const [orderId] = eventId.split(".");
  await client.query(
    `insert into outbox (event_id, key, value)
    values ($1, $2, '')`,
    [eventId, orderId],
  );
}

async function read(
  client: Pick<ClientBase, "query">,
  query: string,
  values: string[] = [],
): Promise<readonly Row[]> {
  return (await client.query<Row>(query, values)).rows;
}

function say(who: string, rows: readonly Row[]): void {
  const ids = rows.map((row) => row.event_id).join(", ");
  console.log(`${who}: ${ids || "nothing"}`);
}

// The first transaction has the lower id, and commits last.
await first.query("begin");
await write(first, "o-001.1");
await write(second, "o-002.1");
const early = await read(database, UNPUBLISHED);
say("both relays see", early);
await database.query("update outbox set published_at = now()");
await first.query("commit");
const lastId = early.at(-1)?.id ?? "0";
const missed = await read(database, AFTER_LAST_ID, [lastId]);
say("after the commit, with the last id", missed);
const found = await read(database, UNPUBLISHED);
say("after the commit, with the mark", found);

// Two relays at once take the two events of one order.
await write(database, "o-001.2");
for (const relay of [first, second]) await relay.query("begin");
say("skip locked, first relay", await read(first, NEXT_UNLOCKED));
say(
  "skip locked, second relay",
  await read(second, NEXT_UNLOCKED),
);
for (const relay of [first, second]) {
  await relay.query("rollback");
  relay.release();
}
await database.end();
