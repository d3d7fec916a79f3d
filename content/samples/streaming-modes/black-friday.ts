// Black Friday, held at its end: 2,000 of 5,000 are handled.
import { setTimeout as sleep } from "node:timers/promises";
import type {
  Delivery,
  OrderServiceServer,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { connect } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const RUNS = 5;
const HANDLED = 2_000;
const QUIET_MS = 200;
const happened = Array.from({ length: RUNS }, standardRun).flat();
let read = 0;

/** The burst, as from a table: a row is read when asked for. */
export function* table(): Generator<Delivery> {
  for (const event of happened) {
    read += 1;
    yield { event, cursor: String(read) };
  }
}

/**
 * The Warehouse handles 2,000 and stops. When nothing moves any
 * more the others are looked for; then it reads on to the end.
 */
export async function blackFriday({
  followOrders,
}: Pick<OrderServiceServer, "followOrders">): Promise<void> {
  let inMemory = (): number => 0;
  const { client, close } = await connect({
    followOrders(call) {
      inMemory = () => call.writableLength;
      followOrders(call);
    },
  });
  const call = client.followOrders({ afterCursor: "0" });
  let handled = 0;
  try {
    for await (const _ of messages(call)) {
      handled += 1;
      if (handled !== HANDLED) continue;
      await untilQuiet(() => read - inMemory());
      console.log(`${happened.length} happened`);
      console.log(`${handled} handled`);
      console.log(`${read - inMemory() - handled} under way`);
      console.log(`${inMemory()} in the memory of Orders`);
      console.log(`${happened.length - read} not read yet`);
    }
    console.log(`0 OK (${handled} handled)`);
  } finally {
    await close();
  }
}

/** Resolves when a count has begun to grow, and has stopped. */
export async function untilQuiet(
  look: () => number,
): Promise<void> {
  let seen = 0;
  while (seen === 0 || seen !== look()) {
    seen = look();
    await sleep(QUIET_MS);
  }
}
