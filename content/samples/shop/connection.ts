// A service of the shop and one client of it, on this machine.
import { type Client, credentials, Server } from "@grpc/grpc-js";
import {
  OrderServiceClient,
  type OrderServiceServer,
  OrderServiceService,
  WarehouseServiceClient,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen, shutDown } from "../grpc/server.ts";

const GRACE_MS = 1_000;

export interface Connection<Own extends Client> {
  readonly client: Own;
  close: () => Promise<void>;
}

/** Serves these methods of Orders, and connects a client. */
export function connect(
  orders: Partial<
    Pick<OrderServiceServer, "placeOrder" | "followOrders">
  >,
): Promise<Connection<OrderServiceClient>> {
  const server = new Server();
  server.addService(OrderServiceService, orders);
  return connectTo(server, OrderServiceClient);
}

/** Serves these methods of the Warehouse, and connects a client. */
export function connectWarehouse(
  warehouse: Partial<
    Pick<WarehouseServiceServer, "uploadScans" | "fulfilOrders">
  >,
): Promise<Connection<WarehouseServiceClient>> {
  const server = new Server();
  server.addService(WarehouseServiceService, warehouse);
  return connectTo(server, WarehouseServiceClient);
}

async function connectTo<Own extends Client>(
  server: Server,
  Stub: new (
    address: string,
    channel: ReturnType<typeof credentials.createInsecure>,
  ) => Own,
): Promise<Connection<Own>> {
  const address = `127.0.0.1:${await listen(server)}`;
  const client = new Stub(address, credentials.createInsecure());
  return {
    client,
    async close() {
      client.close();
      await shutDown(server, GRACE_MS);
    },
  };
}
