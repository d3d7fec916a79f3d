// A deadline that passes while the caller's own thread is busy.
// Run: node blocked-event-loop.ts
import { credentials } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { startOrders } from "../shop/orders-process.ts";

const LIMIT_MS = 500;
const BUSY_MS = 1_500;

/** As a large JSON.parse or a synchronous hash would be. */
function beBusy(): void {
  const until = Date.now() + BUSY_MS;
  while (Date.now() < until) continue;
}

// Orders is a process of its own, and idle all the time.
const orders = await startOrders({ happened: 1_000 });
const client = new OrderServiceClient(
  orders.address,
  credentials.createInsecure(),
);

// #region follow
async function follow(
  beforeReading: () => void,
): Promise<string> {
  const call = client.followOrders(
    { afterCursor: "990" },
    { deadline: Date.now() + LIMIT_MS },
  );
  beforeReading();
  try {
    for await (const _ of messages(call)) continue;
    return "0 OK";
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return error.message;
  }
}
// #endregion follow

/** Only the phases that took a second, and no port: it moves. */
function lasting(text: string): string {
  return text
    .replaceAll(/,[a-z ]+: 0\.\d+s/gi, "")
    .replaceAll(/\.\d+s/g, ".…s")
    .replace(/(?<=remote_addr=).*/, "…");
}

try {
  console.log(
    `busy, no connection: ${lasting(await follow(beBusy))}`,
  );
  console.log(`not busy: ${await follow(() => undefined)}`);
  console.log(
    `busy, connected: ${lasting(await follow(beBusy))}`,
  );
} finally {
  client.close();
  await orders.kill();
}
