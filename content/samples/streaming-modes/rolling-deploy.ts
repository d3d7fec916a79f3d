// Tuesday's deploy: Orders drains, and its follower resumes.
// Run: node rolling-deploy.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, Metadata } from "@grpc/grpc-js";
import { OrderServiceClient } from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume } from "../grpc/resume.ts";
import { verdict } from "../shop/verdict.ts";
import { openWarehouse } from "../example/fulfil.ts";
import { startChild } from "./start-child.ts";

const ORDERS = new URL("./draining-orders.ts", import.meta.url);
const PAUSE_MS = 500;
const { fulfil, handled, untilHandled, parcels } =
  openWarehouse();
const [old, next] = await Promise.all([
  startChild(ORDERS, "500"),
  startChild(ORDERS),
]);
// pick_first: the second address when the first does not answer.
const client = new OrderServiceClient(
  `ipv4:127.0.0.1:${old.said},127.0.0.1:${next.said}`,
  credentials.createInsecure(),
);
const waiting = new Metadata({ waitForReady: true });

async function followOrders(): Promise<void> {
  let afterCursor = "0";
  let failures = 0; // calls in a row without a delivery
  while (true) {
    const call = client.followOrders({ afterCursor }, waiting);
    call.once("metadata", () => {
      const isOld = call.getPeer().endsWith(`:${old.said}`);
      console.log(`${isOld ? "old" : "new"}: ${afterCursor}`);
    });
    try {
      for await (const { event, cursor } of messages(call)) {
        if (event) await fulfil(event);
        afterCursor = cursor;
        failures = 0;
      }
      return;
    } catch (error) {
      if (!canResume(error, failures)) throw error;
      console.log(error.message);
      failures += 1;
    }
    await sleep(PAUSE_MS * (0.8 + 0.4 * Math.random()));
  }
}

async function deploy(): Promise<void> {
  await untilHandled(500);
  old.signal("SIGTERM");
  console.log(`old: exit ${await old.exit}`);
}

try {
  await Promise.all([followOrders(), deploy()]);
  console.log(`0 OK (${handled()} handled)`);
  console.log(verdict(parcels()));
} finally {
  client.close();
  next.signal("SIGTERM");
  await next.exit;
}
