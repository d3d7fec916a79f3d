// Places an order, and tells what came of it in grpc-js's words.
import { type CallOptions, Metadata } from "@grpc/grpc-js";
import type { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, unary } from "../grpc/calls.ts";

const ORDER = {
  orderId: "o-001",
  warehouseId: "ams",
  address: "1 Canal Street, 1017 AB Amsterdam",
};

/** "0 OK", or the message of the error. */
export async function placeOrder(
  client: OrderServiceClient,
  options: Partial<CallOptions> = {},
  metadata = new Metadata(),
): Promise<string> {
  const method = client.placeOrder.bind(client);
  try {
    await unary(method, ORDER, options, metadata);
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error.message;
  }
}

/** Without what took how long, and ports: they move. */
export function lasting(text: string): string {
  return text
    .replaceAll(/[a-z ]+: \d+\.\d+s,/gi, "")
    .replace(/\d+\.\d+s/, "…s")
    .replace(/(?<=remote_addr=).*/, "…");
}
