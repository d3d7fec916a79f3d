// Orders with its health, and how it goes away.
import { setTimeout as sleep } from "node:timers/promises";
import { Server } from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { listen, shutDown } from "../grpc/server.ts";

export const ORDERS = "shop.v1.OrderService";
const GRACE_MS = 10_000;

// #region start
export async function startOrders(
  orders: Partial<
    Pick<OrderServiceServer, "placeOrder" | "followOrders">
  >,
  port: number,
) {
  const server = new Server();
  server.addService(OrderServiceService, orders);
  // "" is the server as a whole, which probes ask for.
  const health = new HealthImplementation();
  const say = (status: "SERVING" | "NOT_SERVING") => {
    for (const name of ["", ORDERS])
      health.setStatus(name, status);
  };
  health.addToServer(server);
  say("NOT_SERVING");
  const bound = await listen(server, port);
  // Once the database, the topic and all else are there.
  say("SERVING");
  return {
    port: bound,
    say,
    /** `noticedMs`: until whoever asks has seen it. */
    async close(noticedMs: number) {
      say("NOT_SERVING");
      await sleep(noticedMs);
      await shutDown(server, GRACE_MS);
    },
  };
}
// #endregion start
