// The largest message that grpc-js takes, and what it sends.
// Run: node message-size.ts
import { type ServerOptions, status } from "@grpc/grpc-js";
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
  server: ServerOptions = {},
): Promise<string> {
  const { client, close } = await serveOrders(orders, { server });
  const method = client.placeOrder.bind(client);
  try {
    await unary(method, { ...NONE, ...order });
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${error.code} ${status[error.code]}: ${error.details}`;
  } finally {
    close();
  }
}

function request(bytes: number, server?: ServerOptions) {
  return place({ orderId: textOf(bytes) }, server);
}

function response(bytes: number) {
  return place({ warehouseId: String(bytes) });
}

/** "larger than max (4194305 vs 4194304)" names the limit. */
function limitIn(refusal: string): string {
  return / vs (\d+)\)/.exec(refusal)?.[1] ?? refusal;
}

const tooLong = await request(FOUR_MIB + 1);
const tooLongBack = await response(FOUR_MIB + 1);
console.log(
  `received by a server, at most = ${limitIn(tooLong)}`,
);
console.log(
  `received by a client, at most = ${limitIn(tooLongBack)}`,
);
console.log(
  `request of 4194304 bytes = ${await request(FOUR_MIB)}`,
);
console.log(`request of 4194305 bytes = ${tooLong}`);
console.log(
  `response of 4194304 bytes = ${await response(FOUR_MIB)}`,
);
console.log(`response of 4194305 bytes = ${tooLongBack}`);
// The sender has no limit of its own.
const takesAll = { "grpc.max_receive_message_length": -1 };
const sent = await request(4 * FOUR_MIB, takesAll);
console.log(`16 MiB to a server that takes all = ${sent}`);
