// Orders is away for 20 s: when is each client's first good call?
// Run: node after-an-outage.ts
import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelOptions,
  credentials,
  Server,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { isServiceError } from "../grpc/calls.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { RECONNECT } from "./reconnect-soon.ts";
import { place } from "./three-backends.ts";

const OUTAGE_MS = 20_000;
const EVERY_MS = 20;
// Longer than the longest pause after such an outage.
const PATIENCE_MS = 20_000;

async function startOrders(port = 0) {
  const server = new Server();
  server.addService(OrderServiceService, {
    placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
  } satisfies Pick<OrderServiceServer, "placeOrder">);
  return { server, port: await listen(server, port) };
}

const clients: OrderServiceClient[] = [];
function connect(options: ChannelOptions): OrderServiceClient {
  const plain = credentials.createInsecure();
  const client = new OrderServiceClient(address, plain, options);
  clients.push(client);
  return client;
}

/** Whether a call is good; 14 is what all others end with. */
async function isGood(client: OrderServiceClient) {
  try {
    await place(client);
    return true;
  } catch (error) {
    if (isServiceError(error)) return false;
    throw error;
  }
}

/** Calls all the time; the ms from the return to a good call. */
async function firstGood(
  name: string,
  client: OrderServiceClient,
  backAt: number,
): Promise<number> {
  const until = backAt + PATIENCE_MS;
  do {
    await sleep(EVERY_MS);
  } while (!(await isGood(client)) && Date.now() < until);
  const ms = Date.now() - backAt;
  appendFileSync("waits.txt", `${name} = ${ms}\n`);
  return ms;
}

const { server: before, port } = await startOrders();
const address = `127.0.0.1:${port}`;
const asItIs = connect({});
const soon = connect(RECONNECT);
await Promise.all([place(asItIs), place(soon)]);

await shutDown(before, 0);
const backAt = Date.now() + OUTAGE_MS;
const first = firstGood("defaults", asItIs, backAt);
const limited = firstGood("a limit of 2 s", soon, backAt);
await sleep(OUTAGE_MS);
const { server } = await startOrders(port);
const more = connect({ "grpc.use_local_subchannel_pool": 1 });
const name = "a new client, one option more";
const own = await firstGood(name, more, backAt);
const equal = await firstGood(
  "a new client, equal options",
  connect({}),
  backAt,
);
const asBefore = await first;
const isSoon = (await limited) < 2_600;
const isSooner = equal < asBefore - 500;
console.log(`a limit of 2 s = ${isSoon ? "soon" : "late"}`);
console.log(
  `a new client, equal options = ${isSooner ? "sooner" : "no sooner"}`,
);
console.log(
  `a new client, one option more = ${own < 500 ? "at once" : "late"}`,
);

for (const client of clients) client.close();
server.forceShutdown();
