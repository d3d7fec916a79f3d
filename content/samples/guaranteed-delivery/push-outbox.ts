// Sends one receiver the events of the outbox, over many calls.
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, status } from "@grpc/grpc-js";
import {
  type Delivery,
  WarehouseServiceClient,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import {
  canResume,
  pauseMs,
  untilReady,
} from "../grpc/resume.ts";
import { send, untilStatus } from "../grpc/send.ts";
import type { Outbox } from "./outbox.ts";

// Otherwise its attempts to connect come to be 2 minutes apart.
const LONGEST_BACKOFF_MS = 1_000;

/** Returns when the receiver has done the last event. */
export async function pushOutbox(
  outbox: Outbox,
  receiver: string,
  address: string,
): Promise<void> {
  const client = new WarehouseServiceClient(
    address,
    credentials.createInsecure(),
    { "grpc.max_reconnect_backoff_ms": LONGEST_BACKOFF_MS },
  );
  try {
    await pushTo(client, receiver, outbox);
  } finally {
    client.close();
  }
}

// #region deliveries
/** What one call sends: from the receiver's own position on. */
async function* deliveries(
  receiver: string,
  outbox: Outbox,
  over: AbortSignal,
): AsyncGenerator<Delivery> {
  let last = outbox.position(receiver);
  while (true) {
    const kept = outbox.after(last);
    for (const { cursor, event } of kept) {
      yield { event, cursor: String(cursor) };
      last = cursor;
    }
    if (kept.length > 0) continue;
    if (outbox.isFinished()) return;
    await outbox.untilChange(over);
  }
}
// #endregion deliveries

async function pushTo(
  client: WarehouseServiceClient,
  receiver: string,
  outbox: Outbox,
): Promise<void> {
  let failures = 0; // calls in a row without an acknowledgement

  async function acknowledged(
    call: ReturnType<typeof client.fulfilOrders>,
  ): Promise<void> {
    for await (const { cursor } of messages(call)) {
      outbox.acknowledge(receiver, Number(cursor));
      failures = 0;
    }
  }

  while (true) {
    await untilReady(client);
    const call = client.fulfilOrders();
    const answers = acknowledged(call);
    const rows = deliveries(receiver, outbox, untilStatus(call));
    try {
      await Promise.all([send(call, rows), answers]);
      return;
    } catch (error) {
      if (!canResume(error, failures)) throw error;
      console.log(
        `${receiver}, ${status[error.code]}: call again`,
      );
    }
    await sleep(pauseMs(failures));
    failures += 1;
  }
}
