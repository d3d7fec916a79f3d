// The status that a handler ends its call with.
import { status } from "@grpc/grpc-js";

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

/** Of a bug the client learns that there is one, and no more. */
export function toStatus(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  console.error(error);
  return new StatusError(status.UNKNOWN, "the handler failed");
}
