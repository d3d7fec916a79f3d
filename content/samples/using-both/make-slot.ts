// Makes what Debezium reads the outbox by; in production a migration.
import { openDatabase } from "../guaranteed-delivery/postgres.ts";

const database = await openDatabase();
// #region slot
// The outbox alone, and its new rows alone.
await database.query(
  `create publication outbox for table outbox
  with (publish = 'insert')`,
);
// From here on PostgreSQL keeps what the slot has not passed.
await database.query(
  `select pg_create_logical_replication_slot(
    'outbox', 'pgoutput')`,
);
// #endregion slot
await database.end();
console.log("The slot is there");
