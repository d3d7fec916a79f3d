// Orders behind a proxy: says what it sees, ends as it is told.
// not run: backend.ts starts it
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "50051" },
    // How long PlaceOrder takes.
    work: { type: "string", default: "0" },
  },
});
const SAID_MS = 100;

function tell(what: string): void {
  if (process.connected) process.send?.(what);
}

const server = new Server();
server.addService(OrderServiceService, {
  placeOrder({ request, metadata }, respond) {
    const keys = Object.keys(metadata.getMap()).join(" ");
    tell(`PlaceOrder ${request.orderId}, keys: ${keys}`);
    const eventId = `${request.orderId}.1`;
    setTimeout(
      () => respond(null, { eventId }),
      Number(values.work),
    );
  },
  // After "0" one event, and then nothing more happens.
  followOrders: serverStream(async function* (request, signal) {
    tell("FollowOrders");
    signal.addEventListener("abort", () => tell("cancelled"));
    if (request.afterCursor === "0") yield { cursor: "1" };
    await sleep(60_000, undefined, { signal });
  }),
} satisfies OrderServiceServer);
await listen(server, Number(values.port));
tell("listening");

process.on("message", (order) => {
  if (order === "force") server.forceShutdown();
  if (order === "drain")
    server.tryShutdown((error) => error && console.error(error));
  else setTimeout(() => process.exit(), SAID_MS);
});
