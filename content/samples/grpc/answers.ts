// Handlers for grpc-js with one answer, written as async functions.
import type {
  handleClientStreamingCall,
  handleUnaryCall,
  sendUnaryData,
} from "@grpc/grpc-js";
import { requestsOf, untilCancelled } from "./requests.ts";
import { toStatus } from "./status-error.ts";

/**
 * One request, one answer. What the function returns is sent with
 * OK, what it throws is the status. The signal aborts when the
 * call is over.
 */
export function unaryCall<Request, Response>(
  handler: (
    request: Request,
    signal: AbortSignal,
  ) => Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, respond) => {
    const signal = untilCancelled(call);
    const handle = async () => handler(call.request, signal);
    answer(handle(), signal, respond);
  };
}

/**
 * Many requests, one answer. It may be given before the last
 * request was read: the rest is thrown away. The end of the
 * requests does not say that they are all, see requestsOf.
 */
export function clientStream<Request, Response>(
  handler: (
    requests: AsyncIterable<Request>,
    signal: AbortSignal,
  ) => Promise<Response>,
): handleClientStreamingCall<Request, Response> {
  return (call, respond) => {
    const signal = untilCancelled(call);
    const requests = requestsOf<Request>(call);
    const handle = async () => handler(requests, signal);
    answer(handle(), signal, respond);
  };
}

function answer<Response>(
  response: Promise<Response>,
  signal: AbortSignal,
  respond: sendUnaryData<Response>,
): void {
  response.then(
    (value) => respond(null, value),
    (error: unknown) => {
      // After the end nobody listens, and what is thrown is most
      // likely the signal's doing.
      if (!signal.aborted) respond(toStatus(error));
    },
  );
}
