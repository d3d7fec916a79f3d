// A client that cancels: to the server it half-closes first.
// Run: node cancel-an-upload.ts
import { EventEmitter, once } from "node:events";
import { status } from "@grpc/grpc-js";
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardShift } from "../shop/shift.ts";

const BEFORE_CANCEL = 40;
const progress = new EventEmitter();

// #region warehouse
const warehouse = {
  uploadScans(call) {
    let scans = 0;
    call.on("data", () => {
      scans += 1;
      if (scans === BEFORE_CANCEL) progress.emit("read");
    });
    call.on("end", () => {
      console.log(`Warehouse: ${scans} scans, and no more come`);
      console.log(`Warehouse: cancelled? ${call.cancelled}`);
    });
    call.on("cancelled", () => {
      console.log("Warehouse: cancelled");
      progress.emit("cancelled");
    });
  },
} satisfies Pick<WarehouseServiceServer, "uploadScans">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);
const read = once(progress, "read");
const cancelled = once(progress, "cancelled");
let ending = "";
const call = client.uploadScans((error) => {
  if (error) ending = `${error.code} ${status[error.code]}`;
});
for (const scan of standardShift().slice(0, BEFORE_CANCEL)) {
  call.write(scan);
}
await read;
call.cancel();
await cancelled;
console.log(`Scanner: ${ending}`);
await close();
