// The Warehouse does the work of an event in PostgreSQL, once.
// Run: node work-in-postgres.ts
import type { ClientBase } from "pg";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { decodeEvent } from "./decode-event.ts";
import { joinWarehouse } from "./join-warehouse.ts";
import { inTransaction, openDatabase } from "./postgres.ts";

const database = await openDatabase();
await database.query(
  `create table if not exists handled (
    event_id text primary key,
    handled_at timestamptz not null default now());
  create table if not exists work (event_id text not null)`,
);

// #region once
/** The mark and the work: both are kept, or neither. */
async function fulfilOnce(event: OrderEvent): Promise<void> {
  await inTransaction(database, async (client) => {
    const mark = await client.query(
      `insert into handled (event_id) values ($1)
      on conflict (event_id) do nothing`,
      [event.eventId],
    );
    if (mark.rowCount === 0) return; // handled already
    await fulfil(client, event);
  });
}
// #endregion once

/** The row stands for the work. It has no key of its own. */
async function fulfil(
  client: ClientBase,
  { eventId }: OrderEvent,
): Promise<void> {
  await client.query("insert into work values ($1)", [eventId]);
}

const { stream, leave } = await joinWarehouse();
// #region loop
try {
  for await (const message of stream) {
    await fulfilOnce(decodeEvent(message));
    await message.commit();
  }
} finally {
  await leave();
  await database.end();
}
// #endregion loop
