// A scanner cancels its upload: nothing of it is recorded.
// Run: node cancel-an-upload.ts
import { EventEmitter, once } from "node:events";
import { rm } from "node:fs/promises";
import { status } from "@grpc/grpc-js";
import type {
  Scan,
  ScanReport,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { connectWarehouse } from "../shop/connection.ts";
import {
  openScans,
  recordScans,
  wholeShift,
} from "../shop/scans.ts";
import { standardShift } from "../shop/shift.ts";

const BEFORE_CANCEL = 40;
const DATABASE = "scans.db";
const progress = new EventEmitter();
// What an earlier run has recorded is not to be counted.
await rm(DATABASE, { force: true });
const scans = openScans(DATABASE);

// #region warehouse
/** Records nothing before the whole shift is here. */
async function recordShift(
  upload: AsyncIterable<Scan>,
): Promise<ScanReport> {
  const shift: Scan[] = [];
  for await (const scan of wholeShift(upload)) {
    shift.push(scan);
  }
  return recordScans(scans, shift);
}
// #endregion warehouse

async function* watched(
  upload: AsyncIterable<Scan>,
): AsyncGenerator<Scan> {
  let read = 0;
  for await (const scan of upload) {
    read += 1;
    if (read === BEFORE_CANCEL) progress.emit("read");
    yield scan;
  }
}

const warehouse = {
  uploadScans: clientStream(async (upload, signal) => {
    try {
      return await recordShift(watched(upload));
    } finally {
      console.log(`Warehouse: told of it? ${signal.aborted}`);
      progress.emit("done");
    }
  }),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

const { client, close } = await connectWarehouse(warehouse);

/** Resolves with the status that the scanner sees. */
async function cancelInTheMiddle(): Promise<string> {
  const read = once(progress, "read");
  const ended = Promise.withResolvers<string>();
  const call = client.uploadScans((error) => {
    const code = error?.code ?? status.OK;
    ended.resolve(`${code} ${status[code]}`);
  });
  for (const scan of standardShift().slice(0, BEFORE_CANCEL)) {
    call.write(scan);
  }
  await read;
  call.cancel();
  return ended.promise;
}

try {
  const done = once(progress, "done");
  console.log(`Scanner: ${await cancelInTheMiddle()}`);
  await done;
  console.log(`${scans.count()} scans recorded`);
} finally {
  await close();
  scans.close();
}
