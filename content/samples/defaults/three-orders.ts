// Orders three times, each counting the messages that it sends.
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

/** Each sends as many deliveries as the cursor asks for. */
export async function startThreeOrders() {
  const sent = [0, 0, 0];
  const servers = sent.map((_, index) => {
    const orders = {
      followOrders: serverStream(async function* (request) {
        const all = Number(request.afterCursor);
        for (let n = 1; n <= all; n += 1) {
          sent[index] = (sent[index] ?? 0) + 1;
          yield { event: undefined, cursor: String(n) };
        }
      }),
    } satisfies Pick<OrderServiceServer, "followOrders">;
    const server = new Server();
    server.addService(OrderServiceService, orders);
    return server;
  });
  const ports = await Promise.all(
    servers.map((it) => listen(it)),
  );
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  return {
    /** All three in one list. */
    address: `ipv4:${hosts.join()}`,
    ports,
    sent,
    close() {
      for (const server of servers) server.forceShutdown();
    },
  };
}
