// Orders pushes its events, and forgets what it has written.
// Run: node push-and-forget.ts
import { once } from "node:events";
import { credentials } from "@grpc/grpc-js";
import { WarehouseServiceClient } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PER_SECOND = 100;
// Otherwise its attempts to connect come to be 2 minutes apart.
const LONGEST_BACKOFF_MS = 1_000;
const client = new WarehouseServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  { "grpc.max_reconnect_backoff_ms": LONGEST_BACKOFF_MS },
);

// #region push
async function pushOrders(): Promise<number> {
  let sent = 0;
  let call: ReturnType<typeof callAgain> | undefined;

  function callAgain() {
    const next = client.fulfilOrders();
    // It broke: the next event makes another call.
    next.on("error", () => (call = undefined));
    // The answers: it looks at none of them.
    return next.resume();
  }

  for await (const event of paced(standardRun(), PER_SECOND)) {
    sent += 1;
    call ??= callAgain();
    call.write({ event, cursor: String(sent) });
  }
  call?.end();
  if (call) await once(call, "status");
  return sent;
}
// #endregion push

try {
  console.log(`${await pushOrders()} sent`);
} finally {
  client.close();
}
