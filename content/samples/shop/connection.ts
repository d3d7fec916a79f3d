// Orders and one client of it, connected on this machine.
import { credentials, Server } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen, shutDown } from "../grpc/server.ts";

const GRACE_MS = 1_000;

export interface Connection {
  readonly client: OrderServiceClient;
  close: () => Promise<void>;
}

/** Serves FollowOrders and connects a client to it. */
export async function connect(
  orders: Pick<OrderServiceServer, "followOrders">,
): Promise<Connection> {
  const server = new Server();
  server.addService(OrderServiceService, orders);
  const client = new OrderServiceClient(
    `127.0.0.1:${await listen(server)}`,
    credentials.createInsecure(),
  );
  return {
    client,
    async close() {
      client.close();
      await shutDown(server, GRACE_MS);
    },
  };
}
