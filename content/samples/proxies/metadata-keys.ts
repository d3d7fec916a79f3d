// Which metadata keys of a client arrive at Orders.
// Run: node metadata-keys.ts
import { credentials, Metadata, Server } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unary } from "../grpc/calls.ts";
import { listen } from "../grpc/server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PATIENCE_MS = 10_000;
const KEYS = ["user-id", "user_id", "user.id"];

const server = new Server();
server.addService(OrderServiceService, {
  placeOrder: ({ metadata }, respond) => {
    for (const key of KEYS) {
      const [value] = metadata.get(key);
      console.log(
        `${key} = ${String(value ?? "did not arrive")}`,
      );
    }
    respond(null, { eventId: "o-001.1" });
  },
  followOrders: (call) => call.end(),
} satisfies OrderServiceServer);
await listen(server, 50_051);

const metadata = new Metadata();
for (const key of KEYS) metadata.set(key, "u-7");
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);
const order = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "",
};
const deadline = Date.now() + PATIENCE_MS;
await unary(
  client.placeOrder.bind(client),
  order,
  { deadline },
  metadata,
);
client.close();
server.forceShutdown();
