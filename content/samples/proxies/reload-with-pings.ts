// A proxy reloads under two open streams: one client sends pings.
// Run: node reload-with-pings.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelOptions,
  credentials,
  Server,
  status,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const EVENTS = 15;
const EVERY_MS = 300;
// Short, so that you need not wait: 60_000 in production.
const PINGS = { "grpc.keepalive_time_ms": 600 };

const server = new Server();
server.addService(OrderServiceService, {
  followOrders: serverStream(async function* (_request, signal) {
    for (let place = 1; place <= EVENTS; place += 1) {
      yield { cursor: String(place) };
      await sleep(EVERY_MS, undefined, { signal });
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">);
await listen(server, 50_051);

async function follow(options: ChannelOptions): Promise<string> {
  const client = new OrderServiceClient(
    GRPC_ADDRESS,
    credentials.createInsecure(),
    { ...options, "grpc.use_local_subchannel_pool": 1 },
  );
  const call = client.followOrders({ afterCursor: "0" });
  let received = 0;
  try {
    for await (const _ of messages(call)) {
      received += 1;
      if (received === 3) console.log("3 events on a stream");
    }
    return `0 OK, all ${received} events`;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const { code, details } = error;
    return `${code} ${status[code]}: ${details}`;
  } finally {
    client.close();
  }
}

const [quiet, pinging] = await Promise.all([
  follow({}),
  follow(PINGS),
]);
console.log(`without pings: ${quiet}`);
console.log(`with pings: ${pinging}`);
server.forceShutdown();
