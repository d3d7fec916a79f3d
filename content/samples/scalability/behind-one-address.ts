// One address for three servers: who is called, and until when.
// Run: node behind-one-address.ts
// Needs: ./tcp-relay.cfg
import { setTimeout as sleep } from "node:timers/promises";
import {
  credentials,
  Server,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";
import { AGE } from "./connection-age.ts";
import { ROUND_ROBIN } from "./round-robin.ts";
import { place } from "./three-backends.ts";

const { GRPC_ADDRESS = "127.0.0.1:8080" } = process.env;
const PORTS = [50_051, 50_052, 50_053] as const;
const CALLS = 300;
const EVERY_MS = 10;

const calls = PORTS.map(() => 0);
const servers = PORTS.map((_port, index) => {
  const server = new Server(AGE);
  server.addService(OrderServiceService, {
    placeOrder: unaryCall(async () => {
      calls[index] = (calls[index] ?? 0) + 1;
      return { eventId: "o-001.1" };
    }),
    followOrders: serverStream(async function* (_, signal) {
      yield { cursor: "1" };
      await sleep(60_000, undefined, { signal });
    }),
  } satisfies OrderServiceServer);
  return server;
});
await Promise.all(
  servers.map((server, index) => listen(server, PORTS[index])),
);
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  ROUND_ROBIN,
);

try {
  let stream = "still open";
  const call = client.followOrders({ afterCursor: "0" }).resume();
  call.once("error", ({ code, details }: ServiceError) => {
    stream = `${code} ${status[code]}: ${details}`;
  });
  for (let n = 1; n <= CALLS; n += 1) {
    await place(client);
    await sleep(EVERY_MS);
  }
  const called = calls.filter((count) => count > 0).length;
  console.log(`${CALLS} calls answered`);
  console.log(`servers that were called = ${called}`);
  console.log(`the stream = ${stream}`);
} finally {
  client.close();
  for (const server of servers) server.forceShutdown();
}
