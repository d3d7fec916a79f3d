// An Orders that says of itself whether it may be called.
import { Server, type ServerOptions } from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { listen } from "../grpc/server.ts";

export interface OrdersWithHealth {
  /** Orders that it has been asked to place so far. */
  placed(): number;
  say(status: "SERVING" | "NOT_SERVING"): void;
  close(): void;
}

export async function startOrders(
  port: number,
  options: ServerOptions = {},
): Promise<OrdersWithHealth> {
  let placed = 0;
  const server = new Server(options);
  const orders = {
    placeOrder: unaryCall(async ({ orderId }) => {
      placed += 1;
      return { eventId: `${orderId}.1` };
    }),
  } satisfies Pick<OrderServiceServer, "placeOrder">;
  server.addService(OrderServiceService, orders);
  // "" is the server as a whole.
  const health = new HealthImplementation({ "": "SERVING" });
  health.addToServer(server);
  await listen(server, port);
  return {
    placed: () => placed,
    say: (status) => health.setStatus("", status),
    close: () => server.forceShutdown(),
  };
}
