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

/** Without seconds and ports, which differ in every run. */
export function lasting(text: string): string {
  return text
    .replaceAll(/(name resolution|LB pick): \d+\.\d+s,/g, "")
    .replace(/\d+\.\d+s/, "…s")
    .replace(/(?<=remote_addr=).*/, "…");
}
