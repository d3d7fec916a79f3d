// Which clients share a connection, counted by their server.
// Run: node which-connection.ts
import { type ChannelOptions, credentials } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { unary } from "../grpc/calls.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";

const CLIENTS = 4;
const PATIENCE_MS = 5_000;
const ORDER = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "",
};

// #region clients
type OptionsOf = (index: number) => ChannelOptions;

/** Options of the client with this index, from 0. */
const kinds: Readonly<Record<string, OptionsOf>> = {
  "equal options": () => ({ "grpc.keepalive_time_ms": 60_000 }),
  "one differs": (index) => ({
    "grpc.keepalive_time_ms": index === 0 ? 60_001 : 60_000,
  }),
  "all differ": (index) => ({ "shop.channel": index }),
  "grpc.use_local_subchannel_pool": () => ({
    "grpc.use_local_subchannel_pool": 1,
  }),
};
// #endregion clients

const peers = new Set<string>();
const { address, close } = await serveOrders({
  placeOrder(call, respond) {
    // Address and port of the client's end: one a connection.
    peers.add(call.getPeer());
    respond(null, { eventId: "o-001.1" });
  },
} satisfies Pick<OrderServiceServer, "placeOrder">);

async function countConnections(
  optionsOf: OptionsOf,
): Promise<number> {
  peers.clear();
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    const plain = credentials.createInsecure();
    const options = optionsOf(index);
    return new OrderServiceClient(address, plain, options);
  });
  for (const client of clients) {
    const place = client.placeOrder.bind(client);
    const deadline = Date.now() + PATIENCE_MS;
    await unary(place, ORDER, { deadline });
  }
  for (const client of clients) client.close();
  return peers.size;
}

for (const [kind, optionsOf] of Object.entries(kinds)) {
  const connections = await countConnections(optionsOf);
  console.log(`${kind} = ${connections}`);
}
close();
