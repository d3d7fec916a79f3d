// Errors of grpc-js that are thrown, and no status of a call.
// Run: node thrown.ts
import { once } from "node:events";
import { Metadata } from "@grpc/grpc-js";
import type { WarehouseServiceServer } from "../gen/shop/v1/orders.ts";
import { clientStream } from "../grpc/answers.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardShift } from "../shop/shift.ts";

const REPORT = {
  recorded: 0,
  repeatedScans: 0,
  unknownScanIds: [],
};

const warehouse = {
  uploadScans: clientStream(async () => REPORT),
} satisfies Pick<WarehouseServiceServer, "uploadScans">;

function say(error: unknown): void {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? ` [${String(error.code)}]` : "";
  console.log(`${error.name}${code}: ${error.message}`);
}

const { client, close } = await connectWarehouse(warehouse);

// #region after-the-end
const call = client.uploadScans(() => undefined);
const failed = once(call, "error");
call.end();
for (const scan of standardShift().slice(0, 1)) call.write(scan);
const [error] = await failed;
say(error);
// #endregion after-the-end

try {
  new Metadata().set("street", "Großer Weg");
} catch (error) {
  say(error);
}

await close();
try {
  client.uploadScans(() => undefined);
} catch (error) {
  say(error);
}
