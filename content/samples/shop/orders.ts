// Orders, as a process: tells the standard run to its followers.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { Server, status } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { listen } from "../grpc/server.ts";
import { standardRun } from "./standard-run.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    // How many events happened before this process began.
    happened: { type: "string", default: "0" },
    // After so many deliveries the first call hears no more, and
    // either end can be killed with nothing under way.
    hold: { type: "string", default: "Infinity" },
  },
});
const events = standardRun();
let hold = Number(values.hold);
let happened = Number(values.happened);

// #region follow-orders
const orders = {
  followOrders: serverStream(async function* (request, signal) {
    let place = placeOf(request.afterCursor);
    for (const event of events.slice(place)) {
      if (place === hold) {
        hold = Infinity;
        await once(signal, "abort");
        return;
      }
      place += 1;
      happened = Math.max(happened, place);
      yield { event, cursor: String(place) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

/** A cursor comes from outside: checked like any other input. */
function placeOf(cursor: string): number {
  if (cursor === "") return happened;
  const place = Number(cursor);
  if (
    Number.isInteger(place) &&
    place >= 0 &&
    place <= happened
  ) {
    return place;
  }
  throw new StatusError(
    status.OUT_OF_RANGE,
    `not a cursor of ours: "${cursor}"`,
  );
}
// #endregion follow-orders

const server = new Server();
server.addService(OrderServiceService, orders);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
process.send?.(await listen(server, Number(values.port)));
