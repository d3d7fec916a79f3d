// A scanner, as a process: 40 scans, and then it hangs.
import { credentials } from "@grpc/grpc-js";
import {
  type Scan,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { upload } from "../grpc/send.ts";
import { standardShift } from "./shift.ts";

const [port] = process.argv.slice(2);
const client = new WarehouseServiceClient(
  `127.0.0.1:${port}`,
  credentials.createInsecure(),
);

async function* scanning(): AsyncGenerator<Scan> {
  yield* standardShift().slice(0, 40);
  await new Promise<never>(() => undefined);
}

// Ends with the process that started it.
process.once("disconnect", () => process.exit());
await upload(client.uploadScans.bind(client), scanning());
