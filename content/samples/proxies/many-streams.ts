// 300 streams on one channel: how many of them are served.
// Run: node many-streams.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Server, status } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const STREAMS = 300;
const SETTLED_MS = 1_500;

const server = new Server();
server.addService(OrderServiceService, {
  placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
  followOrders: serverStream(async function* (_request, signal) {
    yield { cursor: "1" };
    await sleep(60_000, undefined, { signal });
  }),
} satisfies OrderServiceServer);
await listen(server, 50_051);

const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);
let served = 0;
let failed = 0;
const calls = Array.from({ length: STREAMS }, () =>
  client
    .followOrders({ afterCursor: "0" })
    .once("data", () => (served += 1))
    .once("error", () => (failed += 1)),
);
await sleep(SETTLED_MS);
console.log(`${served} of ${STREAMS} streams have an event`);
console.log(`${failed} failed`);

const order = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "",
};
const deadline = Date.now() + SETTLED_MS;
try {
  await unary(client.placeOrder.bind(client), order, {
    deadline,
  });
  console.log("a call more = 0 OK");
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.log(
    `a call more = ${error.code} ${status[error.code]}`,
  );
}
for (const call of calls) call.cancel();
client.close();
server.forceShutdown();
