// Upload a shift: 120 scans, one report, and no other proof.
// Run: node upload-scans.ts
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { upload } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import {
  openScans,
  recordScans,
  wholeShift,
} from "../shop/scans.ts";
import { standardShift } from "../shop/shift.ts";

const DEADLINE_MS = 5_000;
const scans = openScans();

const warehouse = {
  uploadScans: clientStream((shift) =>
    recordScans(scans, wholeShift(shift)),
  ),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

const { client, close } = await connectWarehouse(warehouse);

// #region scanner
async function endShift(): Promise<void> {
  const shift = standardShift();
  const report = await upload(
    client.uploadScans.bind(client),
    shift,
    { deadline: Date.now() + DEADLINE_MS },
  );
  // Only the report says what became of the scans.
  console.log(`${shift.length} scans`);
  console.log(`${report.recorded} recorded`);
  console.log(`${report.repeatedScans} were there already`);
  for (const scanId of report.unknownScanIds) {
    console.log(`${scanId}: no such order, scan it again`);
  }
}
// #endregion scanner

try {
  await endShift();
} finally {
  await close();
}
