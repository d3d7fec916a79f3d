// What grpc-js says when the other end talks something else.
// Run: node wrong-protocol.ts
import { once } from "node:events";
import { createServer as createHttp1 } from "node:http";
import { createServer as createHttp2 } from "node:http2";
import { createServer as createTls } from "node:tls";
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { placeOrder } from "./place-order.ts";

const HOST = "127.0.0.1";
const plaintext = credentials.createInsecure();

const attempts = [
  {
    name: "TLS to a plaintext server",
    server: createHttp2(),
    channel: credentials.createSsl(),
  },
  {
    name: "plaintext to a TLS server",
    // It needs no certificate to refuse what is no TLS.
    server: createTls(),
    channel: plaintext,
  },
  {
    name: "gRPC to an HTTP/1.1 server",
    server: createHttp1(),
    channel: plaintext,
  },
];

/** Without what differs in every run: a thread, a time. */
function lasting(text: string): string {
  return text
    .replace(/[0-9A-F]{12,16}(?=:error)/, "…")
    .replace(/:\.\.\/deps[^]*$/, ":…")
    .replace(/\(\d{4}-[^)]*\)/, "(…)");
}

for (const { name, server, channel } of attempts) {
  server.listen(0, HOST);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") continue;
  const client = new OrderServiceClient(
    `${HOST}:${address.port}`,
    channel,
    // A name to check a certificate against.
    { "grpc.ssl_target_name_override": "orders.example" },
  );
  console.log(`${name}: ${lasting(await placeOrder(client))}`);
  client.close();
  server.close();
}
