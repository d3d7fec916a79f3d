// Makes a writer wait between its two rows, for the sake of a run.
import { openDatabase } from "../guaranteed-delivery/postgres.ts";

const LONGEST_MS = 3_000;

/**
 * Whatever becomes of the call: it has 3 s in which its
 * transaction cannot write into the outbox.
 */
export async function whileTheOutboxIsLocked(
  call: () => Promise<unknown>,
): Promise<void> {
  const database = await openDatabase();
  const client = await database.connect();
  await client.query("begin");
  await client.query("lock table outbox in exclusive mode");
  const unlock = () => client.query("rollback");
  const timer = setTimeout(() => void unlock(), LONGEST_MS);
  try {
    await call();
  } catch {
    // The caller calls again.
  }
  clearTimeout(timer);
  await unlock();
  client.release();
  await database.end();
}
