// Push and acknowledge: Orders keeps what is not yet handled.
// Run: node fulfil-orders.ts
import { openWarehouse } from "../example/fulfil.ts";
import type {
  Delivery,
  OrderEvent,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send, untilStatus } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";
import { verdict } from "../shop/verdict.ts";
import { openWindow } from "../shop/window.ts";

const WINDOW = 100;
const BATCH = 60;
const { fulfil: work, handled, parcels } = openWarehouse();
const window = openWindow(WINDOW);

// #region warehouse
const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    let last = "";
    let unanswered = 0;
    for await (const { event, cursor } of deliveries) {
      if (event) await fulfil(event);
      last = cursor;
      unanswered += 1;
      if (unanswered < BATCH) continue;
      yield { cursor };
      unanswered = 0;
    }
    // The requests have ended, also if Orders is gone.
    if (unanswered > 0) yield { cursor: last };
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);

// #region orders
async function pushOrders(): Promise<void> {
  const call = client.fulfilOrders();
  const over = untilStatus(call);

  async function* push(): AsyncGenerator<Delivery> {
    for (const [index, event] of standardRun().entries()) {
      const delivery = { event, cursor: String(index + 1) };
      await window.untilRoom(over);
      window.add(delivery);
      yield delivery;
    }
  }

  async function dropHandled(): Promise<void> {
    for await (const { cursor } of messages(call)) {
      window.drop(cursor);
    }
  }

  await Promise.all([send(call, push()), dropHandled()]);
}
// #endregion orders

// For this run only: the work of the first batch takes until the
// window is full, and what its answer drops is printed.
async function fulfil(event: OrderEvent): Promise<void> {
  await work(event);
  if (handled() !== BATCH) return;
  await window.untilFull();
  console.log(`${window.size} kept: full, Orders waits`);
}
const { drop } = window;
window.drop = (cursor) => {
  const dropped = drop(cursor);
  if (cursor === String(BATCH)) {
    console.log(`up to ${cursor} handled: ${dropped} dropped`);
    console.log(`${window.size} kept`);
  }
  return dropped;
};

try {
  await pushOrders();
  console.log(`0 OK: ${handled()} handled, ${window.size} kept`);
  console.log(verdict(parcels()));
} finally {
  await close();
}
