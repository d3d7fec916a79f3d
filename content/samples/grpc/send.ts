// Requests as a stream with grpc-js: send them, await the answer.
import { type EventEmitter, once } from "node:events";
import {
  type CallOptions,
  type ClientWritableStream,
  Metadata,
  type ServiceError,
} from "@grpc/grpc-js";

// #region send
/**
 * Sends requests as fast as they are taken and half-closes after
 * the last. Stops, without an error, as soon as the call is over:
 * why it ended is for the answer to say. If `requests` throws, the
 * call is cancelled. Begin right after the call is made.
 */
export async function send<Request>(
  call: ClientWritableStream<Request>,
  requests: AsyncIterable<Request> | Iterable<Request>,
): Promise<void> {
  const signal = untilStatus(call);
  try {
    for await (const request of requests) {
      // grpc-js takes what is written after the end, and says
      // nothing; then it never drains.
      if (signal.aborted) return;
      if (call.write(request)) continue;
      await once(call, "drain", { signal });
    }
    call.end();
  } catch (error) {
    if (signal.aborted) return;
    call.cancel();
    throw error;
  }
}
// #endregion send

/**
 * A generated client-streaming method as a promise of its answer.
 *
 * @example
 * upload(client.uploadScans.bind(client), scans, { deadline })
 */
export function upload<Request, Response>(
  method: (
    metadata: Metadata,
    options: Partial<CallOptions>,
    done: (
      error: ServiceError | null,
      response: Response,
    ) => void,
  ) => ClientWritableStream<Request>,
  requests: AsyncIterable<Request> | Iterable<Request>,
  options: Partial<CallOptions> = {},
  metadata = new Metadata(),
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = method(metadata, options, (error, response) =>
      error ? reject(error) : resolve(response),
    );
    send(call, requests).catch(reject);
  });
}

/** Waits for a promise, but not beyond the signal's abort. */
export async function orAbort<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(new Error("aborted"));
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** In a client: aborts when the call has its status. */
export function untilStatus(call: EventEmitter): AbortSignal {
  const over = new AbortController();
  call.once("status", () => over.abort());
  return over.signal;
}
