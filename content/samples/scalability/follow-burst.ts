// The Warehouse follows Orders, and is slower than the burst:
// node follow-burst.ts
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { openSlowHandler } from "./slow-handler.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;

const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);
try {
  const call = client.followOrders({ afterCursor: "0" });
  const handler = openSlowHandler(() => call.readableLength);
  for await (const { event } of messages(call)) {
    if (event) await handler.handle(event);
  }
  await handler.report();
} finally {
  client.close();
}
