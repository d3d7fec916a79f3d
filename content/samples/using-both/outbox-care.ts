// What an outbox needs beside its relay: an alarm, and pruning.
import type { Pool } from "pg";

// #region care
/** Age in seconds of the oldest row that waits; 0 with none. */
export async function oldestAge(database: Pool): Promise<number> {
  const { rows } = await database.query<{ age: number }>(
    `select coalesce(extract(epoch from
      now() - min(created_at)), 0)::float8 as age
    from outbox where published_at is null`,
  );
  return rows[0]?.age ?? 0;
}

/** Deletes rows published so long ago; returns how many. */
export async function prune(
  database: Pool,
  olderThanSeconds: number,
): Promise<number> {
  const { rowCount } = await database.query(
    `delete from outbox
    where published_at < now() - make_interval(secs => $1)`,
    [olderThanSeconds],
  );
  return rowCount ?? 0;
}
// #endregion care
