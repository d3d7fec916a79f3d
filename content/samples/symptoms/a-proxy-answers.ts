// What grpc-js says when a proxy answers, and no gRPC server.
// Run: node a-proxy-answers.ts
// Needs: ./answers.conf
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { placeOrder } from "./place-order.ts";
import { type Act, answeredBy } from "./raw-server.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;

/**
 * Bytes that these proxies do not send: a body whose trailers one
 * did not pass on, and a message of another type.
 */
function body(bytes: Uint8Array, withStatus: boolean): Act {
  return (stream) => {
    stream.respond(
      { ":status": 200, "content-type": "application/grpc" },
      { waitForTrailers: withStatus },
    );
    stream.on("wantTrailers", () =>
      stream.sendTrailers({ "grpc-status": "0" }),
    );
    stream.end(bytes);
  };
}

// A flag, a length of two, and a field that is cut off.
const NOT_OURS = Uint8Array.of(0, 0, 0, 0, 2, 0x0a, 0x7f);
const NOTHING = new Uint8Array();

const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

/** The proxy's answer of this name, in grpc-js's words. */
function answer(name: string): Promise<string> {
  const metadata = new Metadata();
  metadata.set("answer", name);
  return placeOrder(client, {}, metadata);
}

for (const code of [401, 403, 404, 429, 500, 502, 503, 504]) {
  console.log(await answer(String(code)));
}
console.log(`a page with 200: ${await answer("page")}`);
console.log(`no trailers: ${await answer("no-trailers")}`);
console.log(`no message: ${await answer("no-message")}`);
console.log(
  `trailers lost: ${await answeredBy(body(NOTHING, false))}`,
);
console.log(
  `another message: ${await answeredBy(body(NOT_OURS, true))}`,
);
client.close();
