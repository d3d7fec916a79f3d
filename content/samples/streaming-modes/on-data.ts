// An async listener for "data" is not waited for; a loop is.
// Run: node on-data.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { connect } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const HANDLING_MS = 200;
const events = standardRun().slice(0, 5);
const orders = {
  followOrders: serverStream(async function* () {
    for (const [index, event] of events.entries()) {
      yield { event, cursor: String(index + 1) };
    }
  }),
} satisfies Pick<OrderServiceServer, "followOrders">;

let begun = 0;
let done = 0;
async function handle(): Promise<void> {
  begun += 1;
  await sleep(HANDLING_MS);
  done += 1;
}

const { client, close } = await connect(orders);

// #region listener
async function listenForData(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  // The promise that a listener returns is ignored.
  call.on("data", () => void handle());
  await once(call, "end");
}
// #endregion listener

// #region loop
async function loopOverMessages(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  for await (const _ of messages(call)) await handle();
}
// #endregion loop

try {
  await listenForData();
  console.log(`listener: ended, ${begun} begun, ${done} done`);
  await sleep(2 * HANDLING_MS);
  begun = 0;
  done = 0;
  await loopOverMessages();
  console.log(`loop: ended, ${begun} begun, ${done} done`);
} finally {
  await close();
}
