// The scans of the Warehouse: each of them is recorded once.
import { DatabaseSync } from "node:sqlite";
import { status } from "@grpc/grpc-js";
import type { Scan, ScanReport } from "../gen/shop/v1/orders.ts";
import { StatusError } from "../grpc/status-error.ts";
import { isOrder } from "./standard-run.ts";

// Another process may be writing.
const PATIENCE_MS = 1_000;

export interface Scans {
  /** Kept when it returns; false if it was there already. */
  record: (scan: Scan) => boolean;
  count: () => number;
  close: () => void;
}

/** Opens the database of scans; ":memory:" ends with us. */
export function openScans(path = ":memory:"): Scans {
  const database = new DatabaseSync(path, {
    timeout: PATIENCE_MS,
  });
  database.exec(
    `pragma journal_mode = wal;
    create table if not exists scans (
      scan_id text primary key, order_id text not null,
      shelf text not null)`,
  );
  const insert = database.prepare(
    "insert or ignore into scans values (?, ?, ?)",
  );
  const counted = database.prepare(
    "select count(*) n from scans",
  );
  return {
    record({ scanId, orderId, shelf }) {
      return insert.run(scanId, orderId, shelf).changes === 1;
    },
    count: () => Number(counted.get()?.["n"]),
    close: () => database.close(),
  };
}

// #region whole
/**
 * Passes the scans of an upload on, and throws at their end if
 * they are not a whole shift. Who cancels half-closes as well.
 */
export async function* wholeShift(
  upload: AsyncIterable<Scan>,
): AsyncGenerator<Scan, void, undefined> {
  let came = 0;
  let inShift: number | undefined;
  for await (const scan of upload) {
    came += 1;
    inShift = scan.scansInShift;
    yield scan;
  }
  if (came === inShift) return;
  throw new StatusError(
    status.INVALID_ARGUMENT,
    inShift === undefined
      ? `${came} scans came, the last of the shift is missing`
      : `${came} scans came of ${inShift}`,
  );
}
// #endregion whole

// #region record
/** Reads a shift to its end and reports on every scan of it. */
export async function recordScans(
  scans: Scans,
  shift: AsyncIterable<Scan> | Iterable<Scan>,
): Promise<ScanReport> {
  const report: ScanReport = {
    recorded: 0,
    repeatedScans: 0,
    unknownScanIds: [],
  };
  for await (const scan of shift) {
    if (!isOrder(scan.orderId)) {
      report.unknownScanIds.push(scan.scanId);
    } else if (scans.record(scan)) report.recorded += 1;
    else report.repeatedScans += 1;
  }
  return report;
}
// #endregion record
