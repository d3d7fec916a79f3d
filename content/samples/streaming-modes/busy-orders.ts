// Orders as a process that computes before its second event.
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { standardRun } from "../shop/standard-run.ts";

const BUSY_MS = 2_000;

const orders = {
  followOrders: serverStream(async function* () {
    const [first, second] = standardRun();
    yield { event: first, cursor: "1" };
    // Time to send it.
    await new Promise(setImmediate);
    compute();
    yield { event: second, cursor: "2" };
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

// #region compute
/** Keeps the thread to itself. */
function compute(): void {
  const end = performance.now() + BUSY_MS;
  while (performance.now() < end);
}
// #endregion compute

const server = new Server();
server.addService(OrderServiceService, orders);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
process.send?.(await listen(server));
