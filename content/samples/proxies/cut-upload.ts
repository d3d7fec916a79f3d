// nginx cuts an upload: to its handler the upload looks finished.
// Run: node cut-upload.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  credentials,
  type handleClientStreamingCall,
  Server,
  status,
} from "@grpc/grpc-js";
import {
  type Scan,
  type ScanReport,
  WarehouseServiceClient,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { isServiceError } from "../grpc/calls.ts";
import { upload } from "../grpc/send.ts";
import { listen } from "../grpc/server.ts";
import { toStatus } from "../grpc/status-error.ts";
import {
  openScans,
  recordScans,
  wholeShift,
} from "../shop/scans.ts";
import { standardShift } from "../shop/shift.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const DEADLINE_MS = 5_000;
const SETTLED_MS = 500;
const scans = openScans();
const server = new Server();
let closed = "no shift";

// #region handler
const uploadScans: handleClientStreamingCall<Scan, ScanReport> = (
  call,
  respond,
) => {
  recordScans(scans, wholeShift(call)).then(
    (report) => {
      closed = "a shift";
      respond(null, report);
    },
    (error: unknown) => respond(toStatus(error)),
  );
};
// #endregion handler

server.addService(WarehouseServiceService, {
  uploadScans,
  fulfilOrders: (call) => call.end(),
} satisfies WarehouseServiceServer);
await listen(server, 50_051);
const client = new WarehouseServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

// A photo would be as long: 120 scans are over 1 MiB.
const shift = standardShift().map((scan) => ({
  ...scan,
  shelf: scan.shelf.padEnd(10_000),
}));

async function send(name: string, part: Scan[]) {
  try {
    await upload(client.uploadScans.bind(client), part, {
      deadline: Date.now() + DEADLINE_MS,
    });
    console.log(`${name}: 0 OK`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const { code, details } = error;
    console.log(`${name}: ${code} ${status[code]}: ${details}`);
  }
}

await send("scanner", shift);
await sleep(SETTLED_MS);
const all = scans.count() + 1; // One is of another shop.
const part = all < shift.length ? "a part" : "all";
console.log(`Warehouse: recorded ${part}, closed ${closed}`);
await send("40 scans", shift.slice(0, 40));
client.close();
server.forceShutdown();
scans.close();
