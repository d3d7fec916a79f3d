// Push and acknowledge: Orders keeps what is not yet handled.
// Run: node fulfil-orders.ts
import { openWarehouse } from "../example/fulfil.ts";
import type {
  Delivery,
  WarehouseServiceServer,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { bidiStream } from "../grpc/handlers.ts";
import { send, signalOf } from "../grpc/send.ts";
import { connectWarehouse } from "../shop/connection.ts";
import { standardRun } from "../shop/standard-run.ts";
import { verdict } from "../shop/verdict.ts";
import { openWindow } from "../shop/window.ts";

const WINDOW = 100;
const BATCH = 60;
const { fulfil, handled, parcels } = openWarehouse();
const window = openWindow(WINDOW);

async function fillWindow(): Promise<void> {
  await window.untilFull();
  console.log(`${window.size} kept: full, Orders waits`);
}
// Held: no answer before Orders has filled its window.
const held = fillWindow();

// #region warehouse
const warehouse = {
  fulfilOrders: bidiStream(async function* (deliveries) {
    let last = "";
    let unanswered = 0;
    for await (const { event, cursor } of deliveries) {
      if (event) await fulfil(event);
      last = cursor;
      unanswered += 1;
      if (unanswered === BATCH) {
        await held;
        yield { cursor };
        unanswered = 0;
      }
    }
    // No more come. This is true even if Orders is gone.
    if (unanswered > 0) yield { cursor: last };
  }),
} satisfies Pick<WarehouseServiceServer, "fulfilOrders">;
// #endregion warehouse

const { client, close } = await connectWarehouse(warehouse);

// #region orders
async function pushOrders(): Promise<void> {
  const call = client.fulfilOrders();
  const over = signalOf(call);

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
      report(cursor, window.drop(cursor));
    }
  }

  await Promise.all([send(call, push()), dropHandled()]);
}
// #endregion orders

/** Only the first answer comes at a held point. */
function report(cursor: string, dropped: number): void {
  if (cursor !== String(BATCH)) return;
  console.log(`up to ${cursor} handled: ${dropped} dropped`);
  console.log(`${window.size} kept`);
}

try {
  await pushOrders();
  console.log(`0 OK: ${handled()} handled, ${window.size} kept`);
  console.log(verdict(parcels()));
} finally {
  await close();
}
