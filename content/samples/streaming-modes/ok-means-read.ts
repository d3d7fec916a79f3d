// OK waits until the last message is read; an error does not.
// Run: node ok-means-read.ts
import { setTimeout as sleep } from "node:timers/promises";
import { status } from "@grpc/grpc-js";
import type { OrderServiceServer } from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { serverStream } from "../grpc/handlers.ts";
import { StatusError } from "../grpc/status-error.ts";
import { connect } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const HANDLING_MS = 10;
const events = standardRun().slice(0, 40);

function ordersEndingWith(end: status) {
  return {
    followOrders: serverStream(async function* () {
      for (const [index, event] of events.entries()) {
        yield { event, cursor: String(index + 1) };
      }
      console.log(`${events.length} sent, then ${status[end]}`);
      if (end !== status.OK) throw new StatusError(end, "fault");
    }),
  } satisfies Pick<OrderServiceServer, "followOrders">;
}

// #region read-slowly
async function readSlowly(end: status): Promise<void> {
  const { client, close } = await connect(ordersEndingWith(end));
  const call = client.followOrders({ afterCursor: "0" });
  let handled = 0;
  call.once("status", ({ code }) => {
    console.log(
      `status event: ${status[code]}, ${share(handled)}`,
    );
  });
  try {
    for await (const _ of messages(call)) {
      await sleep(HANDLING_MS);
      handled += 1;
    }
    console.log(`loop ended: ${share(handled)}`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`loop threw: ${share(handled)}`);
  } finally {
    await close();
  }
}
// #endregion read-slowly

function share(handled: number): string {
  const all = events.length;
  return `${handled < all ? "fewer than" : "all"} ${all} handled`;
}

await readSlowly(status.OK);
await readSlowly(status.INTERNAL);
