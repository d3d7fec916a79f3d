// A pool of connections to PostgreSQL, and transactions on it.
import { Pool, type ClientBase } from "pg";

const {
  DATABASE_URL = "postgres://postgres@localhost:5432/postgres",
} = process.env;

/** Fails at once when there is no database. */
export async function openDatabase(): Promise<Pool> {
  const database = new Pool({ connectionString: DATABASE_URL });
  // An idle connection that breaks is replaced by the pool; without
  // a listener its error would end the process.
  database.on("error", (error) => {
    console.error(`An idle connection broke: ${error.message}`);
  });
  await database.query("select 1");
  return database;
}

// #region transaction
/** All that `work` writes is kept, or nothing. */
export async function inTransaction(
  database: Pool,
  work: (client: ClientBase) => Promise<void>,
): Promise<void> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } catch (error) {
    // Without its connection a transaction is rolled back anyway.
    broken =
      error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // With an error the pool closes the connection.
    client.release(broken);
  }
}
// #endregion transaction
