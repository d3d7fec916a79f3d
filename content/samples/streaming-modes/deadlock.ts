// Write inside the reading loop: fine, until the buffers fill.
// Run: node deadlock.ts
import { status } from "@grpc/grpc-js";
import type {
  Delivery,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { isServiceError, messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";

const events = standardRun();

const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    for await (const { cursor } of deliveries) yield { cursor };
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;

const { client, close } = await connectWarehouse(warehouse);

/** So many deliveries: the standard run, over and over. */
function* backlog(count: number): Generator<Delivery> {
  for (let place = 1; place <= count; place++) {
    const event = events[place % events.length];
    if (event) yield { event, cursor: String(place) };
  }
}

// #region in-turn
async function writeInTheLoop(
  count: number,
  patienceMs: number,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  const call = client.fulfilOrders({ deadline });
  let answers = 0;
  call.write({ cursor: "0" }); // a heartbeat, to be answered
  for await (const _ of messages(call)) {
    // No answer is read during this wait.
    if (answers === 0) await send(call, backlog(count));
    answers += 1;
  }
  return answers;
}
// #endregion in-turn

// #region at-once
async function writeBesideTheLoop(
  count: number,
  patienceMs: number,
): Promise<number> {
  const deadline = Date.now() + patienceMs;
  const call = client.fulfilOrders({ deadline });
  let answers = 0;
  call.write({ cursor: "0" });
  async function read(): Promise<void> {
    for await (const _ of messages(call)) answers += 1;
  }
  await Promise.all([send(call, backlog(count)), read()]);
  return answers;
}
// #endregion at-once

async function report(
  name: string,
  run: Promise<number>,
): Promise<void> {
  try {
    console.log(`${name}: 0 OK, ${await run} answers`);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    console.log(`${name}: ${error.code} ${status[error.code]}`);
  }
}

try {
  await report("1,000 in turn", writeInTheLoop(1_000, 30_000));
  await report("30,000 in turn", writeInTheLoop(30_000, 1_000));
  await report(
    "30,000 at once",
    writeBesideTheLoop(30_000, 30_000),
  );
} finally {
  await close();
}
