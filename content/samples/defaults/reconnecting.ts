// A back-off belongs to an address and options, not to a client.
// Run: node reconnecting.ts
import {
  type ChannelOptions,
  credentials,
  Metadata,
  Server,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { listen } from "../grpc/server.ts";
import { placeOrder } from "../symptoms/place-order.ts";

// For the run. Not set: 1 s at first, and 120 s at most.
const BACKOFF = {
  "grpc.initial_reconnect_backoff_ms": 3_000,
  "grpc.max_reconnect_backoff_ms": 3_000,
} satisfies ChannelOptions;

const orders = {
  placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
} satisfies Pick<OrderServiceServer, "placeOrder">;

function createServer(): Server {
  const server = new Server();
  server.addService(OrderServiceService, orders);
  return server;
}

const before = createServer();
const port = await listen(before);
before.forceShutdown();

const clients: OrderServiceClient[] = [];
function connect(options: ChannelOptions): OrderServiceClient {
  const client = new OrderServiceClient(
    `127.0.0.1:${port}`,
    credentials.createInsecure(),
    options,
  );
  clients.push(client);
  return client;
}

function print(name: string, text: string): void {
  console.log(`${name} = ${text.replace(`:${port}`, ":…")}`);
}

// #region clients
const first = connect(BACKOFF);
print("nobody listens", await placeOrder(first));
const server = createServer();
await listen(server, port);
const second = connect(BACKOFF);
print("Orders listens, equal options", await placeOrder(second));
const third = connect({
  ...BACKOFF,
  "grpc.use_local_subchannel_pool": 1,
});
print("Orders listens, another option", await placeOrder(third));
const waiting = new Metadata({ waitForReady: true });
print(
  "after the back-off",
  await placeOrder(second, {}, waiting),
);
// #endregion clients

for (const client of clients) client.close();
server.forceShutdown();
