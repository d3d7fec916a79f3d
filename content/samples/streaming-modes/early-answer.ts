// The answer comes early: one scanner notices, one writes on.
// Run: node early-answer.ts
import { once } from "node:events";
import { type ClientWritableStream, status } from "@grpc/grpc-js";
import type {
  Scan,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { send } from "../grpc/send.ts";
import { StatusError } from "../grpc/status-error.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardShift } from "../shop/shift.ts";

const LIMIT = 50;
const shift = standardShift();
let written = 0;

// #region warehouse
const warehouse = {
  uploadScans: clientStream(async (scans) => {
    let recorded = 0;
    for await (const _ of scans) {
      if (recorded === LIMIT) {
        throw new StatusError(
          status.RESOURCE_EXHAUSTED,
          `an upload holds ${LIMIT} scans`,
        );
      }
      recorded += 1;
    }
    return { recorded, repeatedScans: 0, unknownScanIds: [] };
  }),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);

/** The shift, held after 60 scans until the answer is here. */
async function* scanning(
  call: ClientWritableStream<Scan>,
): AsyncGenerator<Scan> {
  const answer = once(call, "status");
  written = 0;
  for (const scan of shift) {
    if (written === 60) await answer;
    yield scan;
    written += 1;
  }
}

function openUpload(): ClientWritableStream<Scan> {
  return client.uploadScans((error) => {
    console.log(error ? error.message : "0 OK");
  });
}

// #region notice
async function uploadNoticing(): Promise<void> {
  const call = openUpload();
  await send(call, scanning(call));
  console.log(`send() stopped after ${written} scans`);
}
// #endregion notice

// #region write-on
async function uploadWritingOn(): Promise<void> {
  const call = openUpload();
  let fine = 0;
  for await (const scan of scanning(call)) {
    call.write(scan, (error?: Error) => {
      if (!error) fine += 1;
    });
  }
  call.end();
  await once(call, "finish");
  console.log(`write() took all ${fine} scans, without an error`);
}
// #endregion write-on

try {
  await uploadNoticing();
  await uploadWritingOn();
} finally {
  await close();
}
