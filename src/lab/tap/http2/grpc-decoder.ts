import { Failure } from "../../../report/failure.mjs";
import { decodeBy } from "../decode-by.ts";
import { Connection } from "./grpc-connection.ts";
import * as http2 from "./frames.ts";
import { FLAG } from "./frames.ts";
import type { Decoder } from "../wire-event.ts";

/**
 * Decodes one connection of gRPC over HTTP/2 without TLS.
 *
 * A message is complete with its last byte, even in the middle of a frame. Its span runs from its first byte to its
 * last, and so encloses what other streams sent between its frames. No event's span contains the client's preface,
 * padding, or a DATA frame without bytes of a message and without END_STREAM. Response headers are a `frame` of type
 * HEADERS.
 */
export function decodeGrpc(): Decoder {
  const connection = new Connection();
  return decodeBy(function* (direction, incoming, emit) {
    if (direction === "out") yield* http2.readPreface(incoming);
    for (let isFirst = true; ; isFirst = false) {
      const head = yield* http2.readFrameHead(incoming, connection.frameLimits[direction]);
      if (isFirst && (head.type !== "SETTINGS" || head.flags & FLAG.ack))
        throw new Failure("not-http2", `${head.type} is the first frame, where SETTINGS is due`);
      yield* connection.readPayload(direction, head, incoming, emit);
    }
  });
}
