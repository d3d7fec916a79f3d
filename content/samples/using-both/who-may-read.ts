// What the edge sends to whom: six callers, one topic.
// Run: node who-may-read.ts
import { credentials, Metadata, status } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { tokenFor } from "./edge-callers.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
// A topic has no end: each caller listens for so long.
const LISTENED_MS = 2_000;
const client = new OrderServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);

/** Says how many events a caller gets, and of whom. */
async function listen(
  name: string,
  token?: string,
): Promise<void> {
  const metadata = new Metadata({ waitForReady: true });
  if (token) metadata.set("authorization", `Bearer ${token}`);
  const deadline = Date.now() + LISTENED_MS;
  const request = { afterCursor: "0" };
  const call = client.followOrders(request, metadata, {
    deadline,
  });
  let own = 0;
  let foreign = 0;
  try {
    for await (const { event } of messages(call)) {
      if (event?.warehouseId === name) own += 1;
      else if (event) foreign += 1;
    }
  } catch (error) {
    if (!isServiceError(error)) throw error;
    if (error.code === status.DEADLINE_EXCEEDED) {
      console.log(`${name}: ${own} own, ${foreign} of others`);
    } else console.log(`${name}: ${error.message}`);
  }
}

// #region callers
try {
  await listen("without a token");
  await listen("forged", "ams.not-a-signature");
  await listen("billing", tokenFor("billing"));
  await listen("ams", tokenFor("ams"));
  await listen("ber", tokenFor("ber"));
  await listen("mad", tokenFor("mad"));
} finally {
  client.close();
}
// #endregion callers
