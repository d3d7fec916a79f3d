// The relay publishes the rows of the outbox, in sequence.
// Run: node relay.ts
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../guaranteed-delivery/postgres.ts";
import { openProducer } from "./open-producer.ts";

const POLL_MS = 200;
const ROWS = 100;
/** Any number that no other program of this database locks. */
const LOCK = 137;

interface Row {
  readonly id: string;
  readonly event_id: string;
  readonly key: string;
  readonly value: Buffer;
}

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
const database = await openDatabase();
const producer = await openProducer();
// The lock belongs to this connection, and ends with it.
const connection = await database.connect();
connection.on("error", ({ message }) => {
  console.error(`The relay's connection broke: ${message}`);
});

// #region publish
/** Publishes the rows that wait, and marks each. */
async function publishWaiting(): Promise<void> {
  const { rows } = await connection.query<Row>(
    `select id, event_id, key, value from outbox
    where published_at is null order by id limit $1`,
    [ROWS],
  );
  for (const { id, event_id, key, value } of rows) {
    if (stop.signal.aborted) return;
    const headers = { "event-id": event_id };
    await producer.send({
      messages: [{ topic: "order-events", key, headers, value }],
    });
    await connection.query(
      "update outbox set published_at = now() where id = $1",
      [id],
    );
  }
}
// #endregion publish

// #region one
/** True for one relay at a time, until its connection ends. */
async function isMyTurn(): Promise<boolean> {
  const { rows } = await connection.query<{ mine: boolean }>(
    "select pg_try_advisory_lock($1) as mine",
    [LOCK],
  );
  return rows[0]?.mine === true;
}

async function relay(): Promise<void> {
  let mine = await isMyTurn();
  console.log("Relay: ready");
  while (!stop.signal.aborted) {
    if (mine) await publishWaiting();
    await sleep(POLL_MS);
    mine ||= await isMyTurn();
  }
}
// #endregion one

try {
  await relay();
} finally {
  await producer.close();
  // Closes the connection, and with it gives back the lock.
  connection.release(true);
  await database.end();
}
