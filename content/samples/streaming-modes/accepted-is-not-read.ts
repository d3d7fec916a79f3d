// A client's write callbacks, and a server that reads nothing.
// Run: node accepted-is-not-read.ts
import { credentials, Server } from "@grpc/grpc-js";
import {
  Delivery,
  WarehouseServiceClient,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen } from "../grpc/server.ts";
import { standardRun } from "../shop/standard-run.ts";
import { untilQuiet } from "./black-friday.ts";

const RUNS = 15;
const PREFIX_BYTES = 5;
const RETRY_BUFFER_BYTES = 2 ** 20;

// #region warehouse
const warehouse = {
  // This handler never reads its requests.
  fulfilOrders() {},
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion warehouse

const server = new Server();
server.addService(WarehouseServiceService, warehouse);
const client = new WarehouseServiceClient(
  `127.0.0.1:${await listen(server)}`,
  credentials.createInsecure(),
);
const events = Array.from({ length: RUNS }, standardRun).flat();
let accepted = 0;
let acceptedBytes = 0;

// #region orders
const call = client.fulfilOrders();
call.on("error", () => {});
for (const [index, event] of events.entries()) {
  const delivery = { event, cursor: String(index + 1) };
  const { length } = Delivery.encode(delivery).finish();
  call.write(delivery, () => {
    accepted += 1;
    acceptedBytes += length + PREFIX_BYTES;
  });
}
// #endregion orders

await untilQuiet(() => accepted);
console.log(`${events.length} writes, ${accepted} callbacks`);
console.log(`${acceptedBytes} of ${RETRY_BUFFER_BYTES} bytes`);
call.cancel();
client.close();
server.forceShutdown();
