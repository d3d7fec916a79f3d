// Killed in the middle of an upload: repeat it whole.
// Run: node upload-cut.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata, status } from "@grpc/grpc-js";
import {
  type Scan,
  type ScanReport,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { isServiceError } from "../grpc/calls.ts";
import { isBrokenWire } from "../grpc/resume.ts";
import { upload } from "../grpc/send.ts";
import { openScans } from "../shop/scans.ts";
import { startScansServer } from "../shop/scans-process.ts";
import { standardShift } from "../shop/shift.ts";

const DEADLINE_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const LOOK_MS = 10;
const folder = await mkdtemp(path.join(tmpdir(), "scans-"));
const database = path.join(folder, "scans.db");
const scans = openScans(database);
const server = await startScansServer({ database, hold: 40 });
const client = new WarehouseServiceClient(
  server.address,
  credentials.createInsecure(),
);
const waiting = new Metadata({ waitForReady: true });
const shift = standardShift();
let accepted = 0;

/** Counts the scans whose write was accepted. */
async function* counted(all: Scan[]): AsyncGenerator<Scan> {
  accepted = 0;
  for (const scan of all) {
    yield scan;
    accepted += 1;
  }
}

// #region scanner
async function uploadShift(): Promise<ScanReport> {
  let pauseMs = FIRST_PAUSE_MS;
  while (true) {
    try {
      return await upload(
        client.uploadScans.bind(client),
        counted(shift),
        { deadline: Date.now() + DEADLINE_MS },
        waiting,
      );
    } catch (error) {
      if (!isServiceError(error)) throw error;
      // Neither status tells what was recorded.
      const isLate = error.code === status.DEADLINE_EXCEEDED;
      if (!isLate && !isBrokenWire(error)) throw error;
      console.log(`${error.code} ${status[error.code]}`);
    }
    // There is no cursor to resume from: send the whole shift.
    await sleep(pauseMs * (0.8 + 0.4 * Math.random()));
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}
// #endregion scanner

async function killServer(): Promise<void> {
  while (scans.count() < 40 || accepted < shift.length) {
    await sleep(LOOK_MS);
  }
  console.log(`${accepted} accepted by write()`);
  console.log(`${scans.count()} recorded`);
  await server.killAndRestart({ database });
}

try {
  const [report] = await Promise.all([
    uploadShift(),
    killServer(),
  ]);
  console.log(report);
  console.log(`${scans.count()} recorded`);
} finally {
  client.close();
  await server.kill();
  scans.close();
  await rm(folder, { recursive: true });
}
