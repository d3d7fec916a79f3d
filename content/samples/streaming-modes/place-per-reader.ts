// A live source: a quick reader, and one that is left behind.
// Run: node place-per-reader.ts
import { setImmediate as turn } from "node:timers/promises";
import { isServiceError, messages } from "../grpc/calls.ts";
import { connect } from "../shop/connection.ts";
import { table } from "./black-friday.ts";
import { KEPT, orders, tell } from "./live-orders.ts";

const BURST = 5_000;
const handled = { quick: 0, slow: 0 };
const { client, close } = await connect(orders);

async function follow(
  name: keyof typeof handled,
  ready?: Promise<void>,
): Promise<void> {
  const call = client.followOrders({ afterCursor: "0" });
  try {
    for await (const _ of messages(call)) {
      await ready;
      handled[name] += 1;
      if (handled[name] === BURST) break;
    }
    console.log(`${name}: ${handled[name]} handled`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const isShort = handled[name] < BURST - KEPT;
    const share = isShort ? "fewer than" : "at least";
    console.log(`${name}: ${share} ${BURST - KEPT} handled`);
    console.log(`${name}: ${error.message}`);
  }
}

/** The burst, never more than half the buffer ahead of quick. */
async function happen(): Promise<void> {
  let happened = 0;
  for (const delivery of table()) {
    tell(delivery);
    happened += 1;
    while (happened - handled.quick > KEPT / 2) await turn();
  }
}

try {
  const quick = follow("quick");
  // Stops at its first event until `quick` has all events.
  const slow = follow("slow", quick);
  await Promise.all([happen(), quick, slow]);
} finally {
  await close();
}
