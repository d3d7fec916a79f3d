// Two processes handle one event at the same moment.
// Run: node two-at-once.ts
import { DatabaseError, type PoolClient } from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "./postgres.ts";

const PATIENCE_MS = 300;
const database = await openDatabase();
await database.query(
  "create table handled (id text primary key)",
);

// #region mark
/** How many rows it adds: 1, or 0 when the mark is there. */
async function mark(client: PoolClient, id: string) {
  const { rowCount } = await client.query(
    "insert into handled values ($1) on conflict do nothing",
    [id],
  );
  return rowCount;
}

/** The first ends its transaction while the second waits. */
async function race(
  id: string,
  end: "commit" | "rollback",
  isolation: "read committed" | "repeatable read",
): Promise<string> {
  const first = await database.connect();
  const second = await database.connect();
  for (const client of [first, second]) {
    await client.query(`begin isolation level ${isolation}`);
    await client.query("select 1"); // takes its snapshot
  }
  await mark(first, id);
  const waiting = mark(second, id).then(
    (rows) => `adds ${rows}`,
    sayError,
  );
  const early = await Promise.race([
    waiting,
    sleep(PATIENCE_MS, "waits"),
  ]);
  await first.query(end);
  const late = await waiting;
  await second.query("commit");
  first.release();
  second.release();
  return `${early}, then ${late}`;
}
// #endregion mark

function sayError(error: unknown): string {
  if (!(error instanceof DatabaseError)) throw error;
  return `fails: ${error.code} ${error.message}`;
}

for (const [id, end, isolation] of [
  ["o-1.1", "commit", "read committed"],
  ["o-1.2", "rollback", "read committed"],
  ["o-1.3", "commit", "repeatable read"],
] as const) {
  const said = await race(id, end, isolation);
  console.log(`${isolation}, first ${end}s: the second ${said}`);
}
await database.end();
