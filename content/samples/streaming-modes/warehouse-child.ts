// The Warehouse as a process: follows Orders at an address.
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";

const [address = ""] = process.argv.slice(2);
const client = new OrderServiceClient(
  address,
  credentials.createInsecure(),
);
// Ends with the process that started it.
process.once("disconnect", () => process.exit());
const call = client.followOrders({ afterCursor: "0" });
for await (const { cursor } of messages(call)) {
  process.send?.(cursor);
}
