// A server that ends a stream at its shutdown: what a reader sees.
// Run: node cut-at-shutdown.ts
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { serveOrders } from "./local-orders.ts";

const INTERVAL_MS = 400;
// Time for the second delivery, not for the third.
const GRACE_MS = 600;
let isDraining = false;

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    for (let place = 1; !isDraining; place += 1) {
      yield { cursor: String(place) };
      await sleep(INTERVAL_MS, undefined, { signal });
    }
    throw new StatusError(status.UNAVAILABLE, "a deploy");
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

// #region cut
type Cut = (server: Server, address: string) => void;

const cuts: Readonly<Record<string, Cut>> = {
  "forceShutdown()": (server) => server.forceShutdown(),
  "drain()": (server, address) => server.drain(address, GRACE_MS),
  "the handler": () => (isDraining = true),
};
// #endregion cut

async function follow(cut: Cut): Promise<string> {
  const { server, address, client, close } =
    await serveOrders(orders);
  let received = 0;
  const call = client.followOrders({ afterCursor: "0" });
  try {
    for await (const _ of messages(call)) {
      received += 1;
      if (received === 1) cut(server, address);
    }
    return `${received} received, 0 OK`;
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${received} received, ${error.message}`;
  } finally {
    close();
  }
}

for (const [name, cut] of Object.entries(cuts)) {
  console.log(`${name}: ${await follow(cut)}`);
}
