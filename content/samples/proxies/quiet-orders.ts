// Orders with a quiet time after event 700: heartbeats and no event.
// not run: idle-minute.ts starts it
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { standardRun } from "../shop/standard-run.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" } },
});
const QUIET_AT = 700;
// Longer than the time-outs of the proxies, 90 s.
const QUIET_MS = 100_000;
const HEARTBEAT_MS = 30_000;

const events = standardRun();
let quietMs = QUIET_MS;

const server = new Server();
server.addService(OrderServiceService, {
  followOrders: serverStream(async function* (request, signal) {
    let place = Number(request.afterCursor);
    for (const event of events.slice(place)) {
      while (place === QUIET_AT && quietMs > 0) {
        const pause = Math.min(HEARTBEAT_MS, quietMs);
        quietMs -= pause;
        await sleep(pause, undefined, { signal });
        // A heartbeat: where the follower is, and no event.
        yield { cursor: String(place) };
      }
      place += 1;
      yield { event, cursor: String(place) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
process.send?.(await listen(server, Number(values.port)));
