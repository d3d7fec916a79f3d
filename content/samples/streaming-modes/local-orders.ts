// Orders and a client of it on this machine, with their options.
import {
  type ChannelOptions,
  credentials,
  Server,
  type ServerOptions,
} from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen } from "../grpc/server.ts";

export interface LocalOrders {
  readonly server: Server;
  readonly address: string;
  readonly client: OrderServiceClient;
  /** At once: what is still under way is cut. */
  close: () => void;
}

/** A method that is not given is answered with UNIMPLEMENTED. */
export async function serveOrders(
  orders:
    | Pick<OrderServiceServer, "followOrders">
    | Pick<OrderServiceServer, "placeOrder">
    | Record<never, never>,
  options: {
    server?: ServerOptions;
    client?: ChannelOptions;
  } = {},
): Promise<LocalOrders> {
  const server = new Server(options.server);
  server.addService(OrderServiceService, orders);
  const address = `127.0.0.1:${await listen(server)}`;
  const client = new OrderServiceClient(
    address,
    credentials.createInsecure(),
    options.client,
  );
  return {
    server,
    address,
    client,
    close() {
      client.close();
      server.forceShutdown();
    },
  };
}
