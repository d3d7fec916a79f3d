// The Warehouse's server for its scanners, as a process.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { Server } from "@grpc/grpc-js";
import {
  type Scan,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { listen } from "../grpc/server.ts";
import { openScans, recordScans, wholeShift } from "./scans.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    database: { type: "string", default: ":memory:" },
    // After so many scans of an upload it reads no more, and can
    // be killed with nothing under way.
    hold: { type: "string", default: "Infinity" },
  },
});
const hold = Number(values.hold);
const scans = openScans(values.database);

const warehouse = {
  uploadScans: clientStream((shift, signal) =>
    recordScans(scans, wholeShift(upToHold(shift, signal))),
  ),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

async function* upToHold(
  shift: AsyncIterable<Scan>,
  signal: AbortSignal,
): AsyncGenerator<Scan> {
  let passed = 0;
  for await (const scan of shift) {
    if (passed === hold) await once(signal, "abort");
    passed += 1;
    yield scan;
  }
}

const server = new Server();
server.addService(WarehouseServiceService, warehouse);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
process.send?.(await listen(server, Number(values.port)));
