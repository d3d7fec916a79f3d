// A drain while an end pings: the first ping ends the stream.
// Run: node drain-with-pings.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelOptions,
  type Server,
  type ServerOptions,
  status,
} from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { serveOrders } from "./local-orders.ts";

const EVENTS = 6;
const QUIET_AFTER = 3;
const QUIET_MS = 2_000;
// Short, so that you need not wait: 60_000 in production.
const PINGS = { "grpc.keepalive_time_ms": 600 };
// Short as well: half an hour in production.
const AGE = {
  "grpc.max_connection_age_ms": 300,
  "grpc.max_connection_age_grace_ms": 60_000,
};
type Options = {
  client?: ChannelOptions;
  server?: ServerOptions;
};
const pinging: readonly (readonly [string, Options])[] = [
  ["nobody pings", {}],
  ["the client pings", { client: PINGS }],
  ["the server pings", { server: PINGS }],
];

const orders = {
  followOrders: serverStream(async function* (_request, signal) {
    for (let place = 1; place <= EVENTS; place += 1) {
      yield { cursor: String(place) };
      if (place !== QUIET_AFTER) continue;
      await sleep(QUIET_MS, undefined, { signal });
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

/** Reads one stream, and acts in its quiet two seconds. */
async function follow(
  options: Options,
  act?: (server: Server) => void,
): Promise<string> {
  const { server, client, close } = await serveOrders(
    orders,
    options,
  );
  let received = 0;
  let end = "0 OK";
  const call = client.followOrders({ afterCursor: "0" });
  try {
    for await (const _ of messages(call)) {
      received += 1;
      if (received === QUIET_AFTER) act?.(server);
    }
  } catch (error) {
    if (!isServiceError(error)) throw error;
    end = `${error.code} ${status[error.code]}: ${error.details}`;
  }
  close();
  return `${received} of ${EVENTS} events, ${end}`;
}

function drain(server: Server): void {
  server.tryShutdown((error) => {
    if (error) console.error(error);
  });
}

for (const [who, { client = {}, server = {} }] of pinging) {
  const drained = await follow({ client, server }, drain);
  console.log(`${who}, tryShutdown(): ${drained}`);
  const aging = { client, server: { ...server, ...AGE } };
  const aged = await follow(aging);
  console.log(`${who}, max_connection_age: ${aged}`);
}
