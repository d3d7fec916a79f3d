// A stream with heartbeats, against time-outs of one second.
// Run: node heartbeats.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Server, status } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
// Short, for the run: 30_000 in production.
const HEARTBEAT_MS = 300;
const HEARTBEATS = 10;

const server = new Server();
server.addService(OrderServiceService, {
  followOrders: serverStream(async function* (_request, signal) {
    for (let beat = 1; beat <= HEARTBEATS; beat += 1) {
      yield { cursor: "0" };
      await sleep(HEARTBEAT_MS, undefined, { signal });
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">);
await listen(server, 50_051);

const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);
const call = client.followOrders({ afterCursor: "0" });
try {
  for await (const { event } of messages(call))
    if (event) console.log(event.eventId);
  console.log("the stream ended = 0 OK");
} catch (error) {
  if (!isServiceError(error)) throw error;
  const { code, details } = error;
  console.log(
    `the stream ended = ${code} ${status[code]}: ${details}`,
  );
}
client.close();
server.forceShutdown();
