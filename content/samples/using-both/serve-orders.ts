// The server of PlaceOrder, from its first call to Ctrl+C.
import { once } from "node:events";
import { Server, status } from "@grpc/grpc-js";
import {
  OrderServiceService,
  type PlaceOrderRequest,
  type PlaceOrderResponse,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { listen, shutDown } from "../grpc/server.ts";
import { StatusError } from "../grpc/status-error.ts";

const PORT = 50_051;
const GRACE_MS = 1_000;

/** Resolves when a SIGINT or SIGTERM came and it is down. */
export async function serveOrders(
  placeOrder: (
    order: PlaceOrderRequest,
  ) => Promise<PlaceOrderResponse>,
): Promise<void> {
  const server = new Server();
  server.addService(OrderServiceService, {
    placeOrder: unaryCall(async (order: PlaceOrderRequest) => {
      if (order.orderId !== "") return placeOrder(order);
      throw new StatusError(
        status.INVALID_ARGUMENT,
        "order_id is empty",
      );
    }),
  });
  await listen(server, PORT);
  console.log("Orders: ready");
  await Promise.race([
    once(process, "SIGINT"),
    once(process, "SIGTERM"),
  ]);
  await shutDown(server, GRACE_MS);
}
