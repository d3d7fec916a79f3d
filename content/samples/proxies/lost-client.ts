// A client is killed: does Orders hear of it through the proxy?
// Run: node lost-client.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { startChild } from "../streaming-modes/start-child.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const WATCHED_MS = 3_000;

let hears = () => {};
const heard = new Promise<string>((resolve) => {
  hears = () => resolve("the client is gone");
});
const server = new Server();
server.addService(OrderServiceService, {
  // One event, and then Orders has nothing to say.
  followOrders: serverStream(async function* (_request, signal) {
    yield { cursor: "1" };
    await once(signal, "abort");
    hears();
  }),
} satisfies Pick<OrderServiceServer, "followOrders">);
await listen(server, 50_051);

const client = await startChild(
  new URL(
    "../streaming-modes/warehouse-child.ts",
    import.meta.url,
  ),
  GRPC_ADDRESS,
);
client.signal("SIGKILL");
await client.exit;
const nothing = sleep(WATCHED_MS, "nothing for 3 s");
console.log(
  `Orders hears: ${await Promise.race([heard, nothing])}`,
);
server.forceShutdown();
process.exit();
