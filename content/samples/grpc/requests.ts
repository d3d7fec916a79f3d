// The requests of a client that streams them, to loop over.
import type { EventEmitter } from "node:events";
import type { Readable } from "node:stream";
import { status } from "@grpc/grpc-js";
import { StatusError } from "./status-error.ts";

/**
 * The loop over them ends when the client has half-closed, and
 * throws CANCELLED if the call is known to be over by then. A
 * client in Node that cancels half-closes first: the end of the
 * loop does not say that all requests came, the last of them has
 * to. Leaving the loop early is fine: the answer is still sent.
 */
export async function* requestsOf<Request>(
  call: Readable & { readonly cancelled: boolean },
): AsyncGenerator<Request, void, undefined> {
  try {
    // By default leaving a loop destroys what it reads, and with
    // it the way back: the client would wait for ever.
    yield* call.iterator({ destroyOnReturn: false });
  } catch (error) {
    if (!call.cancelled) throw error;
  }
  // To grpc-js a client that dies mostly ends the loop like one
  // that is done.
  if (call.cancelled) {
    throw new StatusError(status.CANCELLED, "cut in the middle");
  }
}

/** In a handler: aborts when the call is over, however it ended. */
export function untilCancelled(call: EventEmitter): AbortSignal {
  const over = new AbortController();
  // Emitted at every end of a call, not only when it is cancelled.
  call.once("cancelled", () => over.abort());
  return over.signal;
}
