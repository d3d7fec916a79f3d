// Orders, as a process that asks its followers to leave.
import { once } from "node:events";
import { Server, status } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { standardRun } from "../shop/standard-run.ts";

const GRACE_MS = 10_000;
const events = standardRun();
// After so many events Orders is silent, as in a quiet hour.
const hold = Number(process.argv[2] ?? Infinity);

// #region drain
const draining = new AbortController();

const orders = {
  followOrders: serverStream(async function* (request, signal) {
    const stop = AbortSignal.any([signal, draining.signal]);
    let place = Number(request.afterCursor);
    for (const event of events.slice(place)) {
      if (place === hold) await once(stop, "abort");
      if (stop.aborted) {
        throw new StatusError(status.UNAVAILABLE, "a deploy");
      }
      place += 1;
      yield { event, cursor: String(place) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

process.once("SIGTERM", () => {
  draining.abort();
  void shutDown(server, GRACE_MS).then(() => process.exit());
});
// #endregion drain

const server = new Server();
server.addService(OrderServiceService, orders);
// Ends with the process that started it.
process.once("disconnect", () => process.exit(1));
process.send?.(await listen(server));
