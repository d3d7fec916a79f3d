// Follow: a gRPC client that resumes when the server is gone.
// Run: node follow.ts
import { setTimeout as sleep } from "node:timers/promises";
import { credentials, status } from "@grpc/grpc-js";
import {
  FeedServiceClient,
  type FollowOrdersResponse,
} from "../gen/feed/v1/feed.ts";

const { GRPC_ADDRESS = "127.0.0.1:50051" } = process.env;
const PAUSE_MS = 2_000;

// #region follow
// The wire broke: no server, a proxy that lost its server, a
// server that was forced to stop. Any other status is an answer.
const BROKEN: readonly number[] = [
  status.UNAVAILABLE,
  status.INTERNAL,
  status.CANCELLED,
];

const client = new FeedServiceClient(
  GRPC_ADDRESS,
  credentials.createInsecure(),
);
let cursor = "0";
let isOver = false;
while (!isOver) {
  // Typed here: to grpc-js the messages of a loop are any.
  const changes: AsyncIterable<FollowOrdersResponse> =
    client.followOrders({ afterCursor: cursor });
  try {
    for await (const next of changes) {
      console.log(next.cursor, next.orderId, next.change);
      cursor = next.cursor; // after the work
    }
    isOver = true;
    console.log("0 OK");
  } catch (error) {
    const code = codeOf(error);
    if (!BROKEN.includes(code)) throw error;
    console.log(`${code} ${status[code]}, after ${cursor} again`);
    await sleep(PAUSE_MS);
  }
}
client.close();
// #endregion follow

/** The status of a call that failed; -1 for other errors. */
function codeOf(error: unknown): number {
  return error instanceof Error &&
    "code" in error &&
    typeof error.code === "number"
    ? error.code
    : -1;
}
