// The scanner dies in mid-upload: to a bare loop it looks done.
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

/** Serves one upload, and kills its scanner after 40 scans. */
async function scannerDies(
  name: string,
  handle: (read: Read) => UploadScans,
): Promise<void> {
  let scanner: ChildProcess | undefined;
  const ended = Promise.withResolvers<string>();
  const server = new Server();
  server.addService(WarehouseServiceService, {
    uploadScans: handle(async (scans) => {
      let recorded = 0;
      try {
        for await (const _ of scans) {
          recorded += 1;
          if (recorded === 40) scanner?.kill("SIGKILL");
        }
        ended.resolve("the loop ends as if all were sent");
      } catch (error) {
        ended.resolve(`the loop throws ${String(error)}`);
      }
      return { recorded, repeatedScans: 0, unknownScanIds: [] };
    }),
  });
  scanner = fork(SCANNER, [String(await listen(server))]);
  console.log(`${name}: ${await ended.promise}`);
  await shutDown(server, GRACE_MS);
}

await scannerDies("grpc-js", bareHandler);
await scannerDies("requestsOf", handler);
