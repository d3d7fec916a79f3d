// The tables of Orders; in production a migration makes them.
import type { Pool } from "pg";

// #region outbox
const TABLES = `
  create table if not exists orders (
    order_id text primary key,
    warehouse_id text not null,
    address text not null);
  create table if not exists outbox (
    id bigint generated always as identity primary key,
    event_id text not null,
    key text not null,
    value bytea not null,
    created_at timestamptz not null default now(),
    published_at timestamptz);
  create index if not exists unpublished
    on outbox (id) where published_at is null`;
// #endregion outbox

export async function createTables(
  database: Pool,
): Promise<void> {
  await database.query(TABLES);
}
