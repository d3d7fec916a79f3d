// Handlers for grpc-js with many answers, written as generators.
import { Readable, type Writable } from "node:stream";
import type {
  handleBidiStreamingCall,
  handleServerStreamingCall,
} from "@grpc/grpc-js";
import { requestsOf, untilCancelled } from "./requests.ts";
import { toStatus } from "./status-error.ts";

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
    const signal = untilCancelled(call);
    stream(() => handler(call.request, signal), signal, call);
  };
}

/**
 * The same with many requests. A generator that awaits room for
 * its answer reads no request meanwhile.
 */
export function bidiStream<Request, Response>(
  handler: (
    requests: AsyncIterable<Request>,
    signal: AbortSignal,
  ) => AsyncIterable<Response>,
): handleBidiStreamingCall<Request, Response> {
  return (call) => {
    const signal = untilCancelled(call);
    const requests = requestsOf<Request>(call);
    stream(() => handler(requests, signal), signal, call);
  };
}

function stream<Response>(
  handle: () => AsyncIterable<Response>,
  signal: AbortSignal,
  call: Writable,
): void {
  // What a handler that is no generator throws is a status too.
  async function* responses() {
    yield* handle();
  }
  const readable = Readable.from(responses());
  signal.addEventListener("abort", () => readable.destroy());
  // Not pipeline(): it destroys the call, and a destroyed call
  // sends no status. The client would wait for ever.
  readable.once("error", (error) => {
    call.emit("error", toStatus(error));
  });
  readable.pipe(call);
}
