// A handler that throws leaves no mark, so its event is not done.
// Run: node handler-throws.ts
import type { ClientBase } from "pg";
import { inTransaction, openDatabase } from "./postgres.ts";

const database = await openDatabase();
await database.query(
  "create table handled (id text primary key)",
);

/** Marks the event, and fails at its work the first time. */
async function fulfil(client: ClientBase, attempt: number) {
  await client.query("insert into handled values ('o-1.1')");
  if (attempt === 1) throw new Error("no parcel label");
}

for (const attempt of [1, 2]) {
  const said = await inTransaction(database, (client) =>
    fulfil(client, attempt),
  ).then(
    () => "done",
    (error: Error) => `failed: ${error.message}`,
  );
  const { rowCount } = await database.query(
    "select id from handled",
  );
  console.log(`attempt ${attempt} ${said}, marks: ${rowCount}`);
}
await database.end();
