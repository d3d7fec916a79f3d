// A slot that nobody reads holds the write-ahead log.
// Run: node slot-holds-wal.ts
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { openDatabase } from "../guaranteed-delivery/postgres.ts";
import { createTables } from "./orders-tables.ts";

const ROWS = 65_536;
const MIB = 1_048_576;
const LOOKS = 50;
const LOOK_MS = 200;

// #region held
interface Slot {
  readonly active: boolean;
  readonly wal_status: string;
  readonly held: number;
}

/** How much of the log the slot holds, in bytes. */
async function readSlot(database: Pool): Promise<Slot> {
  const { rows } = await database.query<Slot>(
    `select active, wal_status, coalesce(pg_wal_lsn_diff(
      pg_current_wal_lsn(), restart_lsn), 0)::float8 as held
    from pg_replication_slots where slot_name = 'outbox'`,
  );
  const [slot] = rows;
  if (slot === undefined) throw new Error("no slot outbox");
  return slot;
}
// #endregion held

async function say(when: string): Promise<void> {
  // A checkpoint removes what nobody needs.
  await database.query("checkpoint");
  const { active, wal_status, held } = await readSlot(database);
  const reader = active ? "a reader" : "no reader";
  const mib =
    held < MIB ? "less than 1 MiB" : `${step(held)} MiB`;
  console.log(`${when}: ${reader}, ${wal_status}, holds ${mib}`);
}

/** A new setting reaches the server's processes in a while. */
async function untilLost(): Promise<void> {
  for (let look = 1; look <= LOOKS; look++) {
    await database.query("checkpoint");
    const { wal_status } = await readSlot(database);
    if (wal_status === "lost") return;
    await sleep(LOOK_MS);
  }
}

/** In steps of 64 MiB, since pages and checkpoints add some. */
function step(bytes: number): number {
  return Math.floor(bytes / MIB / 64) * 64;
}

/** About 64 MiB of rows, and none of them in the outbox. */
async function writeElsewhere(): Promise<void> {
  await database.query(
    `insert into parcels
    select repeat(md5(i::text), 32)
    from generate_series(1, $1::int) as i`,
    [ROWS],
  );
}

const database = await openDatabase();
await createTables(database);
await database.query("create table parcels (label text)");
const { rows: limits } = await database.query<{ limit: string }>(
  `select setting as limit from pg_settings
  where name = 'max_slot_wal_keep_size'`,
);
console.log(`max_slot_wal_keep_size = ${limits[0]?.limit ?? ""}`);
await import("./make-slot.ts");
await say("at first");
for (const rows of ["65,536", "131,072"]) {
  await writeElsewhere();
  await say(`after ${rows} rows elsewhere`);
}
// #region limit
await database.query(
  "alter system set max_slot_wal_keep_size = '64MB'",
);
await database.query("select pg_reload_conf()");
// #endregion limit
await untilLost();
await say("with a limit of 64 MB");
await database
  .query(
    `select count(*) from pg_logical_slot_get_binary_changes(
      'outbox', null, null, 'proto_version', '1',
      'publication_names', 'outbox')`,
  )
  .catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    console.log(error.message);
  });
await database.end();
