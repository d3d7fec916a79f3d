// What PostgreSQL does by default where a guarantee rests on it.
// Run: node postgres.ts
import { Pool } from "pg";

const {
  DATABASE_URL = "postgres://postgres@localhost:5432/postgres",
} = process.env;
const SETTINGS = [
  "default_transaction_isolation",
  "fsync",
  "synchronous_commit",
];

const database = new Pool({ connectionString: DATABASE_URL });
for (const name of SETTINGS) {
  // The compiled-in default, whatever a file says here.
  const { rows } = await database.query<{ boot_val: string }>(
    "select boot_val from pg_settings where name = $1",
    [name],
  );
  console.log(`${name} = ${rows[0]?.boot_val}`);
}
await database.end();
