// Scanners die in mid-upload: to a bare loop they look done.
// Run: node scanner-dies.ts
import { type ChildProcess, fork } from "node:child_process";
import { Server } from "@grpc/grpc-js";
import {
  type Scan,
  type ScanReport,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { listen, shutDown } from "../grpc/server.ts";

type UploadScans = WarehouseServiceServer["uploadScans"];
type Read = (scans: AsyncIterable<Scan>) => Promise<ScanReport>;

const SCANNER = new URL("../shop/scanner.ts", import.meta.url);
const GRACE_MS = 1_000;
const SCANNERS = 5;

// #region handlers
function bareHandler(read: Read): UploadScans {
  return (call, respond) => {
    read(call).then((report) => respond(null, report), respond);
  };
}

function handler(read: Read): UploadScans {
  return clientStream(read);
}
// #endregion handlers

/**
 * Serves one upload, and kills its scanner after 40 scans. False
 * if the loop over the scans throws.
 */
async function scannerLooksDone(
  handle: (read: Read) => UploadScans,
): Promise<boolean> {
  let scanner: ChildProcess | undefined;
  const ended = Promise.withResolvers<boolean>();
  const server = new Server();
  server.addService(WarehouseServiceService, {
    uploadScans: handle(async (scans) => {
      let recorded = 0;
      try {
        for await (const _ of scans) {
          recorded += 1;
          if (recorded === 40) scanner?.kill("SIGKILL");
        }
        ended.resolve(true);
      } catch {
        ended.resolve(false);
      }
      return { recorded, repeatedScans: 0, unknownScanIds: [] };
    }),
  });
  scanner = fork(SCANNER, [String(await listen(server))]);
  const looksDone = await ended.promise;
  await shutDown(server, GRACE_MS);
  return looksDone;
}

/** Chance decides how a loop ends: one alone shows little. */
async function scannersDie(
  name: string,
  handle: (read: Read) => UploadScans,
): Promise<void> {
  let done = 0;
  for (let dead = 0; dead < SCANNERS; dead++) {
    if (await scannerLooksDone(handle)) done += 1;
  }
  const share = done === 0 ? "none" : "some";
  console.log(`${name}: ${share} of ${SCANNERS} look done`);
}

await scannersDie("grpc-js", bareHandler);
await scannersDie("requestsOf", handler);
