// After an early answer write() ends in false, and never drains.
// Run: node no-drain.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import {
  Scan,
  type WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardShift } from "../shop/shift.ts";

const PATIENCE_MS = 2_000;
// Before each message: a flag and its length.
const PREFIX_BYTES = 5;

const warehouse = {
  uploadScans: clientStream(async () => {
    throw new StatusError(status.RESOURCE_EXHAUSTED, "not today");
  }),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

const { client, close } = await connectWarehouse(warehouse);
const [scan] = standardShift();
if (scan === undefined) throw new Error("an empty shift");
const messageBytes =
  PREFIX_BYTES + Scan.encode(scan).finish().length;
let answer = "none";
const call = client.uploadScans((error) => {
  if (error) answer = `${error.code} ${status[error.code]}`;
});
await once(call, "status");
console.log(answer);

// #region write-on
let written = 0;
let drained = true;
while (drained) {
  written += 1;
  if (call.write(scan)) continue;
  drained = await Promise.race([
    once(call, "drain").then(() => true),
    sleep(PATIENCE_MS, false),
  ]);
}
// #endregion write-on

const mebibytes = (written * messageBytes) / 2 ** 20;
console.log(`accepted: ${mebibytes.toFixed(1)} MiB`);
console.log(`no drain for ${PATIENCE_MS / 1_000} s`);
await close();
