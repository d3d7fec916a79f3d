// What grpc-js says when the other end talks something else.
// Run: node wrong-protocol.ts
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttp1 } from "node:http";
import { connect, createServer as createHttp2 } from "node:http2";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer as createTls } from "node:tls";
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { placeOrder } from "./place-order.ts";

const plaintext = credentials.createInsecure();

const attempts = [
  {
    name: "TLS to a plaintext server",
    server: createHttp2(),
    channel: credentials.createSsl(),
  },
  {
    name: "plaintext to a TLS server",
    // The server needs no certificate to refuse plaintext.
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

const folder = await mkdtemp(path.join(tmpdir(), "orders-"));
for (const { name, server, channel } of attempts) {
  // A socket file, as with a sidecar; a port fails alike.
  const file = path.join(folder, "socket");
  server.listen(file);
  await once(server, "listening");
  const client = new OrderServiceClient(`unix:${file}`, channel, {
    // The name that the certificate has to carry.
    "grpc.ssl_target_name_override": "orders.example",
  });
  console.log(`${name}: ${lasting(await placeOrder(client))}`);
  client.close();
  server.close();
}

// Node's own HTTP/2, which other libraries use as well.
const file = path.join(folder, "socket");
const http1 = createHttp1().listen(file);
await once(http1, "listening");
const session = connect("http://localhost", {
  createConnection: () => createConnection(file),
});
const [error]: unknown[] = await once(session, "error");
console.log(`node:http2 to an HTTP/1.1 server: ${String(error)}`);
session.destroy();
http1.close();
await rm(folder, { recursive: true });
