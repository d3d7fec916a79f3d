// Orders keeps what is not acknowledged, and sends it again.
// Run: node push-and-resume.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, status } from "@grpc/grpc-js";
import {
  type Delivery,
  type Handled,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import {
  canResume,
  pauseMs,
  untilReady,
} from "../grpc/resume.ts";
import { orAbort, send, untilStatus } from "../grpc/send.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";
import { openWindow } from "../shop/window.ts";

const WINDOW = 100;
const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PER_SECOND = 100;
// Otherwise its attempts to connect come to be 2 minutes apart.
const LONGEST_BACKOFF_MS = 1_000;
const client = new WarehouseServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
  { "grpc.max_reconnect_backoff_ms": LONGEST_BACKOFF_MS },
);

// #region push
const events = paced(standardRun(), PER_SECOND);
const window = openWindow(WINDOW);
let next = events.next(); // asked for, and in no call yet
let sent = 0;
let acknowledged = "";
let failures = 0; // calls in a row without an acknowledgement

// #region deliveries
/** What one call sends: all that is kept, then what is new. */
async function* deliveries(
  over: AbortSignal,
): AsyncGenerator<Delivery> {
  yield* window.kept();
  while (true) {
    await window.untilRoom(over);
    const event = await orAbort(next, over);
    if (event.done) return;
    next = events.next();
    sent += 1;
    const cursor = String(sent);
    const delivery = { event: event.value, cursor };
    window.add(delivery);
    yield delivery;
  }
}
// #endregion deliveries

async function dropAcknowledged(
  answers: AsyncIterable<Handled>,
): Promise<void> {
  for await (const { cursor } of answers) {
    window.drop(cursor);
    acknowledged = cursor;
    failures = 0;
  }
}

async function pushOrders(): Promise<void> {
  while (true) {
    await untilReady(client);
    const call = client.fulfilOrders();
    const dropping = dropAcknowledged(messages(call));
    const sending = send(call, deliveries(untilStatus(call)));
    try {
      await Promise.all([sending, dropping]);
      return;
    } catch (error) {
      if (!canResume(error, failures)) throw error;
      console.log(`${status[error.code]}: call again`);
    }
    // One call at a time takes from the events.
    await Promise.all([sending, sleep(pauseMs(failures))]);
    failures += 1;
  }
}
// #endregion push

// No new events: those that are kept are still acknowledged.
process.once("SIGTERM", () => void events.return());
try {
  await pushOrders();
  console.log(`${sent} sent`);
  console.log(`acknowledged up to ${acknowledged}`);
} finally {
  client.close();
}
