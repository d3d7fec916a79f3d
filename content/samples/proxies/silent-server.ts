// A server that says one word, or talks on where it is asked to.
import { once } from "node:events";
import { Server } from "@grpc/grpc-js";
import {
  type OrderServiceServer,
  OrderServiceService,
  type WarehouseServiceServer,
  WarehouseServiceService,
} from "../gen/shop/v1/orders.ts";
import { serverStream } from "../grpc/handlers.ts";
import { listen } from "../grpc/server.ts";

const EVERY_MS = 5_000;

/** Resolves when it listens. */
export async function startSilentServer(
  port: number,
): Promise<Server> {
  const server = new Server();
  server.addService(OrderServiceService, {
    placeOrder: (_call, respond) => respond(null),
    // One message, and then silence.
    followOrders: serverStream(
      async function* (_request, signal) {
        yield { cursor: "1" };
        await once(signal, "abort");
      },
    ),
  } satisfies OrderServiceServer);
  server.addService(WarehouseServiceService, {
    uploadScans: (_call, respond) => respond(null),
    // One answer; after "talk" the server goes on answering.
    fulfilOrders(call) {
      call.on("data", ({ cursor }) => {
        call.write({ cursor });
        if (cursor !== "talk") return;
        const timer = setInterval(
          () => call.write({ cursor }),
          EVERY_MS,
        );
        call.once("cancelled", () => clearInterval(timer));
      });
      call.on("error", () => undefined);
    },
  } satisfies WarehouseServiceServer);
  await listen(server, port);
  return server;
}
