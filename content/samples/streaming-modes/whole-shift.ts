// Three uploads that end well, and one of them is a whole shift.
// Run: node whole-shift.ts
import type {
  Scan,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { isServiceError } from "../grpc/calls.ts";
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
  uploadScans: clientStream((scanned) =>
    recordScans(scans, wholeShift(scanned)),
  ),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

const { client, close } = await connectWarehouse(warehouse);

async function uploadScans(
  name: string,
  scanned: Scan[],
): Promise<void> {
  try {
    await upload(client.uploadScans.bind(client), scanned, {
      deadline: Date.now() + DEADLINE_MS,
    });
    console.log(`${name}: 0 OK`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`${name}: ${error.message}`);
  }
}

const shift = standardShift();
try {
  await uploadScans("the first 40", shift.slice(0, 40));
  await uploadScans("without the 60th", shift.toSpliced(59, 1));
  await uploadScans("all 120", shift);
} finally {
  await close();
  scans.close();
}
