// The code under test: a loop that follows orders, and resumes.
import type {
  OrderEvent,
  OrderServiceClient,
} from "../gen/shop/v1/orders.ts";
import { messages } from "../grpc/calls.ts";
import { canResume, pauseMs } from "../grpc/resume.ts";

export interface Following {
  readonly handle: (event: OrderEvent) => Promise<void>;
  /** Ends the loop. */
  readonly signal: AbortSignal;
  /** Waits before the next call; a test gives one of its own. */
  readonly pause?: (failures: number) => Promise<void>;
}

// #region follow
export async function follow(
  orders: OrderServiceClient,
  { handle, signal, pause = pauseFor }: Following,
): Promise<void> {
  let cursor = "0";
  let failures = 0; // calls in a row without an event
  while (!signal.aborted) {
    const call = orders.followOrders({ afterCursor: cursor });
    const cancel = () => call.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      for await (const delivery of messages(call)) {
        if (delivery.event) await handle(delivery.event);
        cursor = delivery.cursor; // handled, not only received
        failures = 0;
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!canResume(error, failures)) throw error;
    } finally {
      signal.removeEventListener("abort", cancel);
    }
    await pause(failures);
    failures += 1;
  }
}

/** 1 s, 2 s, 4 s and so on, with jitter. */
export function pauseFor(failures: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, pauseMs(failures));
  });
}
// #endregion follow
