// One event over a stream, and each answer that Orders gets.
// Run: node six-acknowledgements.ts
import { credentials, status } from "@grpc/grpc-js";
import { WarehouseServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { standardRun } from "../shop/standard-run.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PATIENCE_MS = 30_000;
const event = standardRun().find(
  ({ eventId }) => eventId === "o-137.4",
);
const client = new WarehouseServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

// #region push
async function push(): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const call = client.fulfilOrders({ deadline });
  const hasRoom = call.write({ event, cursor: "1" }, () => {
    console.log("write callback");
  });
  console.log(`write() returned ${hasRoom}`);
  call.end();
  try {
    for await (const { cursor } of messages(call)) {
      console.log(`Handled ${cursor}`);
    }
    console.log("status: 0 OK");
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`status: ${error.code} ${status[error.code]}`);
  }
}
// #endregion push

try {
  await push();
} finally {
  client.close();
}
console.log("Orders: the call has ended");
