// Calls with grpc-js: streams to loop over, replies to await.
import {
  type CallOptions,
  type ClientReadableStream,
  type ClientUnaryCall,
  Metadata,
  type ServiceError,
} from "@grpc/grpc-js";

/**
 * The messages of a call. The loop over them ends after the last
 * one if the status is OK and throws any other status as soon as
 * it is known. Leaving it (break, throw) cancels the call.
 */
export function messages<Message>(
  call: ClientReadableStream<Message>,
): AsyncIterable<Message> {
  // grpc-js only emits the error: before the loop has begun that
  // ends the process, and a later loop ends as if all were well.
  call.on("error", (error) => call.destroy(error));
  // Leaving the loop closes our stream, and grpc-js leaves it at
  // that: the server would go on.
  call.on("close", () => call.cancel());
  return call;
}

/**
 * A generated unary method, which takes a callback, as a promise.
 *
 * @example
 * unary(client.placeOrder.bind(client), order, { deadline })
 */
export function unary<Request, Response>(
  method: (
    request: Request,
    metadata: Metadata,
    options: Partial<CallOptions>,
    done: (
      error: ServiceError | null,
      response: Response,
    ) => void,
  ) => ClientUnaryCall,
  request: Request,
  options: Partial<CallOptions> = {},
  metadata = new Metadata(),
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, metadata, options, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
}

/** A status that a call ended with, not a bug of our own. */
export function isServiceError(
  error: unknown,
): error is ServiceError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "number" &&
    "details" in error
  );
}
