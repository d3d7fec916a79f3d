// The Warehouse's server, from its first call to Ctrl+C.
import { once } from "node:events";
import { Server } from "@grpc/grpc-js";
import {
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen, shutDown } from "../grpc/server.ts";

const GRACE_MS = 1_000;

/** Resolves when a SIGINT or SIGTERM came and it is down. */
export async function serveWarehouse(
  warehouse: Pick<WarehouseServiceServer, "fulfilOrders">,
  port: number,
): Promise<void> {
  const server = new Server();
  server.addService(WarehouseServiceService, warehouse);
  await listen(server, port);
  console.log("Warehouse: ready");
  await Promise.race([
    once(process, "SIGINT"),
    once(process, "SIGTERM"),
  ]);
  await shutDown(server, GRACE_MS);
}
