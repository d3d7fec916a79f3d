// A call that nobody reads is read, into the caller's own memory.
// Run: node unread-call.ts
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { connect } from "../shop/connection.ts";
import { table, untilQuiet } from "./black-friday.ts";

let written = 0;
let taken = 0;
const orders = {
  followOrders(call) {
    for (const delivery of table()) {
      call.write(delivery, () => (taken += 1));
      written += 1;
    }
    call.end();
  },
} satisfies Pick<OrderServiceServer, "followOrders">;

const { client, close } = await connect(orders);

// #region warehouse
async function openThenWait(): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  const deliveries = messages(call);
  // Stands for opening a database, or waiting for a lock.
  await untilQuiet(() => taken);
  console.log(`${taken} of ${written} have left Orders`);
  console.log(`${call.readableLength} in the stream of the call`);
  let handled = 0;
  for await (const _ of deliveries) handled += 1;
  console.log(`${handled} handled, from our own memory`);
}
// #endregion warehouse

await openThenWait();
await close();
