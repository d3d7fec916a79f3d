// The largest message that grpc-js takes, and what it sends.
// Run: node message-size.ts
import {
  type ChannelOptions,
  compressionAlgorithms,
  type ServerOptions,
  status,
} from "@grpc/grpc-js";
import type {
  OrderServiceServer,
  PlaceOrderRequest,
} from "../gen/shop/v1/orders.ts";
import { unaryCall } from "../grpc/answers.ts";
import { isServiceError, unary } from "../grpc/calls.ts";
import { serveOrders } from "../streaming-modes/local-orders.ts";

const FOUR_MIB = 4 * 2 ** 20;
// The tag of the only text in a message, and its length.
const PREFIX_BYTES = 5;
const NONE = { orderId: "", warehouseId: "", address: "" };
const TAKES_ALL = {
  server: { "grpc.max_receive_message_length": -1 },
};
const GZIP = {
  client: {
    "grpc.default_compression_algorithm":
      compressionAlgorithms.gzip,
  },
};
type Options = {
  server?: ServerOptions;
  client?: ChannelOptions;
};

const orders = {
  // Answers in as many bytes as it is asked for.
  placeOrder: unaryCall(async ({ warehouseId }) => ({
    eventId: warehouseId ? textOf(Number(warehouseId)) : "",
  })),
} satisfies Pick<OrderServiceServer, "placeOrder">;

/** A text that makes a message of so many bytes. */
function textOf(bytes: number): string {
  return "x".repeat(bytes - PREFIX_BYTES);
}

async function place(
  order: Partial<PlaceOrderRequest>,
  options: Options = {},
): Promise<string> {
  const { client, close } = await serveOrders(orders, options);
  const method = client.placeOrder.bind(client);
  try {
    await unary(method, { ...NONE, ...order });
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const { code, details } = error;
    return `${code} ${status[code]}: ${details}`;
  } finally {
    close();
  }
}

const request = (bytes: number, options?: Options) =>
  place({ orderId: textOf(bytes) }, options);
const response = (bytes: number) =>
  place({ warehouseId: String(bytes) });

for (const [receiver, send] of [
  ["server", request],
  ["client", response],
] as const) {
  const fits = await send(FOUR_MIB);
  const tooLong = await send(FOUR_MIB + 1);
  const [, most] = / vs (\d+)\)/.exec(tooLong) ?? [];
  console.log(`received by a ${receiver}, at most = ${most}`);
  console.log(`to a ${receiver}, that many = ${fits}`);
  console.log(`to a ${receiver}, one more = ${tooLong}`);
}
// A text of one letter: some thousand bytes on the wire.
const unpacked = await request(FOUR_MIB, GZIP);
console.log(`gzip to a server, that many = ${unpacked}`);
const packed = await request(FOUR_MIB + 1, GZIP);
console.log(`gzip to a server, one more = ${packed}`);
const sent = await request(4 * FOUR_MIB, TAKES_ALL);
console.log(`16 MiB to a server that takes all = ${sent}`);
