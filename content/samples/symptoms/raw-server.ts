// An HTTP/2 server that answers one call as it is told.
import { once } from "node:events";
import { createServer, type ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { placeOrder } from "./place-order.ts";

export type Act = (
  stream: ServerHttp2Stream,
  socket: Socket,
) => void;

const HOST = "127.0.0.1";

/** What grpc-js says of a call that is answered like this. */
export async function answeredBy(act: Act): Promise<string> {
  const server = createServer();
  const connected = once(server, "connection");
  server.on("stream", (stream) => {
    // A stream that was cut emits an error.
    stream.on("error", () => undefined);
    void connected.then(([socket]) => act(stream, socket));
  });
  server.listen(0, HOST);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("not a TCP address");
  }
  const client = new OrderServiceClient(
    `${HOST}:${address.port}`,
    credentials.createInsecure(),
  );
  try {
    return await placeOrder(client);
  } finally {
    client.close();
    server.close();
  }
}
