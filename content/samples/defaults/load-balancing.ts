// Three servers in one list of addresses: who gets the calls.
// Run: node load-balancing.ts
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
import { messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const CONFIG = { loadBalancingConfig: [{ round_robin: {} }] };
const ROUND_ROBIN = {
  "grpc.service_config": JSON.stringify(CONFIG),
} satisfies ChannelOptions;
/** Messages that each server has sent. */
const sent = [0, 0, 0];

function startOrders(index: number): Server {
  const orders = {
    // As many deliveries as the cursor says.
    followOrders: serverStream(async function* (request) {
      const all = Number(request.afterCursor);
      for (let n = 1; n <= all; n += 1) {
        sent[index] = (sent[index] ?? 0) + 1;
        yield { event: undefined, cursor: String(n) };
      }
    }),
  } satisfies Pick<OrderServiceServer, "followOrders">;
  const server = new Server();
  server.addService(OrderServiceService, orders);
  return server;
}

const servers = [0, 1, 2].map(startOrders);
const ports = await Promise.all(servers.map((it) => listen(it)));
const list = ports.map((port) => `127.0.0.1:${port}`).join();

function open(options: ChannelOptions): OrderServiceClient {
  const plain = credentials.createInsecure();
  return new OrderServiceClient(`ipv4:${list}`, plain, options);
}

async function follow(client: OrderServiceClient, all: number) {
  const request = { afterCursor: String(all) };
  for await (const _ of messages(client.followOrders(request))) {
    continue;
  }
}

/** What each server sends in so many calls, most first. */
async function share(
  client: OrderServiceClient,
  {
    calls,
    all,
  }: { readonly calls: number; readonly all: number },
): Promise<string> {
  sent.fill(0);
  for (let n = 1; n <= calls; n += 1) await follow(client, all);
  return sent.toSorted((a, b) => b - a).join(", ");
}

const asItIs = open({});
const asked = open(ROUND_ROBIN);
try {
  const calls = { calls: 30, all: 1 };
  console.log(`30 calls = ${await share(asItIs, calls)}`);
  // It calls whom it has reached, and soon has reached all.
  sent.fill(0);
  while (sent.includes(0)) await follow(asked, 1);
  const spread = await share(asked, calls);
  console.log(`30 calls by round_robin = ${spread}`);
  const one = await share(asked, { calls: 1, all: 30 });
  console.log(`30 messages of one call = ${one}`);
} finally {
  asItIs.close();
  asked.close();
  for (const server of servers) server.forceShutdown();
}
