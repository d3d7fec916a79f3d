// Orders listens: which variables keep a client from reaching it.
// Run: node http-proxy.ts
import type { ChannelOptions } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";
import { placeOrder } from "./place-order.ts";

const HOST = "127.0.0.1";
// No proxy listens there: a client that uses it fails.
const PROXY = `http://${HOST}:1`;

const orders = {
  placeOrder: unaryCall(async () => ({ eventId: "o-001.1" })),
} satisfies Pick<OrderServiceServer, "placeOrder">;

// Variables that the shell has set would count as well.
for (const name of Object.keys(process.env)) {
  if (/_proxy$/i.test(name)) delete process.env[name];
}

// #region place
async function place(
  name: string,
  variables: Readonly<Record<string, string>>,
  options: ChannelOptions = {},
): Promise<void> {
  Object.assign(process.env, variables);
  // Variables are read when the client is made.
  const { client, close } = await serveOrders(orders, {
    client: options,
  });
  const text = await placeOrder(client);
  close();
  console.log(`${name} = ${text}`);
  for (const key in variables) delete process.env[key];
}
// #endregion place

const http_proxy = PROXY;
const no_proxy = HOST;
const option = { "grpc.enable_http_proxy": 0 };
await place("http_proxy", { http_proxy });
await place("https_proxy", { https_proxy: PROXY });
await place("HTTP_PROXY", { HTTP_PROXY: PROXY });
await place("NO_PROXY", { http_proxy, NO_PROXY: HOST });
await place("no_proxy", { http_proxy, no_proxy });
const spaced = { http_proxy, no_proxy: `localhost, ${HOST}` };
await place("no_proxy with a space", spaced);
await place("grpc.enable_http_proxy 0", { http_proxy }, option);
