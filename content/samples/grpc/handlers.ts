// Handlers for grpc-js, written as generators.
import { Readable, type Writable } from "node:stream";
import {
  type handleServerStreamingCall,
  status,
} from "@grpc/grpc-js";

/** Thrown by a handler, it is what the client sees. */
export class StatusError extends Error {
  override readonly name = "StatusError";
  readonly code: status;
  readonly details: string;

  constructor(code: status, details: string) {
    super(details);
    this.code = code;
    this.details = details;
  }
}

/**
 * A server stream from a generator. It is asked for a message if
 * there is room for one; its return is OK, what it throws is the
 * status. The signal aborts when the call is over. Pass it to
 * whatever the generator awaits: nothing else can wake it there.
 */
export function serverStream<Request, Response>(
  handler: (
    request: Request,
    signal: AbortSignal,
  ) => AsyncIterable<Response>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const over = new AbortController();
    const responses = Readable.from(
      handler(call.request, over.signal),
    );
    // Emitted when a call is over, not only when it is cancelled.
    call.once("cancelled", () => {
      over.abort();
      responses.destroy();
    });
    // Not pipeline(): it destroys the call, and a destroyed call
    // sends no status. The client would wait for ever.
    responses.once("error", (error) => {
      call.emit("error", toStatus(error));
    });
    responses.pipe<Writable>(call);
  };
}

/** Of a bug the client learns that there is one, and no more. */
function toStatus(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  console.error(error);
  return new StatusError(status.UNKNOWN, "the handler failed");
}
