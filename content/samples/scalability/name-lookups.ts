// When a client asks for the addresses of its servers again.
// Run: node name-lookups.ts
import { promises as dns } from "node:dns";
import { mock } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  credentials,
  Server,
  type ServerOptions,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { listen } from "../grpc/server.ts";
import { AGE } from "./connection-age.ts";
import { ROUND_ROBIN } from "./round-robin.ts";
import { place } from "./three-backends.ts";

const NAME = "orders-headless.shop.svc.cluster.local";
const WATCHED_MS = 3_000;
const EVERY_MS = 10;
// #region options
const OPTIONS = {
  ...ROUND_ROBIN,
  // Short, so that you need not wait. Not set: 30 s.
  "grpc.dns_min_time_between_resolutions_ms": 100,
  "grpc.service_config_disable_resolution": 1,
};
// #endregion options

// Stands for the DNS of a cluster.
const lookup = mock.method(dns, "lookup", async () => [
  { address: "127.0.0.1", family: 4 },
]);

/** How often a client that calls all the time asks for a name. */
async function lookups(options: ServerOptions): Promise<number> {
  lookup.mock.resetCalls();
  const server = new Server(options);
  server.addService(OrderServiceService, {
    placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
  } satisfies Pick<OrderServiceServer, "placeOrder">);
  const port = await listen(server);
  const client = new OrderServiceClient(
    `dns:///${NAME}:${port}`,
    credentials.createInsecure(),
    OPTIONS,
  );
  try {
    const until = Date.now() + WATCHED_MS;
    while (Date.now() < until) {
      await place(client);
      await sleep(EVERY_MS);
    }
    return lookup.mock.callCount();
  } finally {
    client.close();
    server.forceShutdown();
  }
}

const steady = await lookups({});
console.log(`lookups without an age = ${steady}`);
const aging = await lookups(AGE);
console.log(
  `lookups with an age = ${aging > 2 ? "more than 2" : aging}`,
);
