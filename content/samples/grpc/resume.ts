// When a loop may call again: the wire broke, and no handler spoke.
import {
  type Client,
  type ServiceError,
  status,
} from "@grpc/grpc-js";
import { isServiceError } from "./calls.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Calls in a row without a message: about five minutes. */
const MOST_FAILURES = 10;
/** A server that is away for longer is for a person to find. */
const LONGEST_ABSENCE_MS = 5 * 60_000;

/**
 * Whether to call again, with the cursor, after so many calls in a
 * row that ended without a message. Throw the error otherwise: a
 * person has to look.
 */
export function canResume(
  error: unknown,
  failures: number,
): error is ServiceError {
  return (
    isServiceError(error) &&
    isBrokenWire(error) &&
    failures < MOST_FAILURES
  );
}

// #region broken
/** Whether a library or a proxy made this status, by its details. */
export function isBrokenWire({
  code,
  details,
}: ServiceError): boolean {
  switch (code) {
    // The connection broke, or there was none.
    case status.UNAVAILABLE:
      return true;
    // A grpc-js server was forced to stop. Not: we cancelled.
    case status.CANCELLED:
      return details !== "Cancelled on client";
    // A proxy lost its server, or its time-out fired.
    case status.INTERNAL:
      return details.startsWith("Received RST_STREAM");
    // The same, told by a page of HTML or by Envoy's words.
    case status.UNKNOWN:
      return /^Received HTTP status code 5|^stream timeout/.test(
        details,
      );
    // A server that counts pings. Not: a message is too long.
    case status.RESOURCE_EXHAUSTED:
      return details.startsWith("Bandwidth exhausted");
    default:
      return false;
  }
}
// #endregion broken

/** Waits for a connection; rejects after five minutes. */
export function untilReady(client: Client): Promise<void> {
  const deadline = Date.now() + LONGEST_ABSENCE_MS;
  return new Promise((resolve, reject) => {
    client.waitForReady(deadline, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** How long to wait before the next call, in ms, with jitter. */
export function pauseMs(failures: number): number {
  const pause = FIRST_PAUSE_MS * 2 ** failures;
  const jitter = 0.8 + 0.4 * Math.random();
  return Math.min(pause, LONGEST_PAUSE_MS) * jitter;
}
