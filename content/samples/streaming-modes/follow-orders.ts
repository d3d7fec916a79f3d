// Follow orders: the loop that resumes when Orders dies.
// Run: node follow-orders.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { openWarehouse } from "../example/fulfil.ts";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume, pauseMs } from "../grpc/resume.ts";
import { startOrders } from "../shop/orders-process.ts";
import { verdict } from "../shop/verdict.ts";

// Servers in Go and Java allow a ping every 5 minutes.
const KEEPALIVE_MS = 6 * 60_000;

const { fulfil, handled, untilHandled, parcels } =
  openWarehouse();
const orders = await startOrders({ hold: 136 });
const client = new OrderServiceClient(
  orders.address,
  credentials.createInsecure(),
  { "grpc.keepalive_time_ms": KEEPALIVE_MS },
);
const waiting = new Metadata({ waitForReady: true });

// #region follow
async function followOrders(): Promise<void> {
  let cursor = "0";
  let failures = 0; // calls in a row without a delivery
  while (true) {
    console.log(`after ${cursor}`);
    const request = { afterCursor: cursor };
    // No deadline: it would end a healthy stream as well.
    const call = client.followOrders(request, waiting);
    try {
      for await (const delivery of messages(call)) {
        if (delivery.event) await fulfil(delivery.event);
        cursor = delivery.cursor; // handled, not only received
        failures = 0;
      }
      return;
    } catch (error) {
      if (!canResume(error, failures)) throw error;
      console.log(`${error.message} (${handled()} handled)`);
    }
    await sleep(pauseMs(failures));
    failures += 1;
  }
}
// #endregion follow

async function killOrders(): Promise<void> {
  await untilHandled(136);
  await orders.killAndRestart({ happened: 200 });
}

try {
  await Promise.all([followOrders(), killOrders()]);
  console.log(`0 OK (${handled()} handled)`);
  console.log(verdict(parcels()));
} finally {
  client.close();
  await orders.kill();
}
