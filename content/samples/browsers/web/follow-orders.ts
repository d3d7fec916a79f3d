// The loop that follows Orders in a page, whatever the transport.
import {
  type Client,
  Code,
  ConnectError,
} from "@connectrpc/connect";
import type { OrderService } from "../../gen/shop/v1/orders_pb.ts";
import { show } from "./show.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

// #region follow
// To a page the loss of a connection is Unknown.
const TO_RESUME = new Set([Code.Unavailable, Code.Unknown]);

export async function followOrders(
  client: Client<typeof OrderService>,
): Promise<void> {
  let cursor = "0";
  let failures = 0; // calls in a row without a delivery
  while (true) {
    try {
      const call = client.followOrders({ afterCursor: cursor });
      for await (const delivery of call) {
        if (delivery.event) {
          await show(delivery.event, delivery.cursor);
        }
        cursor = delivery.cursor; // shown, not only received
        failures = 0;
      }
      return;
    } catch (error) {
      // What show() throws is no matter of the call.
      if (!(error instanceof ConnectError)) throw error;
      if (!TO_RESUME.has(error.code)) throw error;
      if (failures === 0) {
        console.log(`${Code[error.code]}: ${error.rawMessage}`);
      }
    }
    await sleep(pauseMs(failures));
    failures += 1;
  }
}
// #endregion follow

function pauseMs(failures: number): number {
  const most = FIRST_PAUSE_MS * 2 ** failures;
  // Half of it by chance, so that not all pages come at once.
  const share = 0.5 + Math.random() / 2;
  return Math.min(most, LONGEST_PAUSE_MS) * share;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
