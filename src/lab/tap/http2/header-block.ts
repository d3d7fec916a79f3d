import type { Awaiting, Incoming } from "../decode-by.ts";
import { FLAG, readFrameHead, stripPadding, type FrameHead, type FrameLimit } from "./frames.ts";
import { Failure } from "../../../report/failure.mjs";

/** Longest header block in bytes, with its CONTINUATION frames; a longer one counts as an error of the protocol. */
const MAX_BLOCK_BYTES = 1024 * 1024;

/**
 * Reads a header block: the payload of its first frame and the CONTINUATION frames after it. Throws when another frame
 * comes between them, or when the block is longer than 1 MiB.
 */
export function* readHeaderBlock(
  head: FrameHead,
  payload: Uint8Array,
  incoming: Incoming,
  limit: FrameLimit,
): Awaiting<Uint8Array> {
  const body = stripPadding(head, payload);
  const ahead = bytesAhead(head);
  if (body.length < ahead) throw new Failure("bad-frame", `${head.type} of ${head.length} bytes`);
  const parts = [body.subarray(ahead)];
  let length = body.length - ahead;
  for (let flags = head.flags; !(flags & FLAG.endHeaders);) {
    const next = yield* readFrameHead(incoming, limit);
    if (next.type !== "CONTINUATION" || next.stream !== head.stream)
      throw new Failure(
        "bad-frame",
        `${next.type} within the header block of stream ${head.stream}`,
      );
    length += next.length;
    if (length > MAX_BLOCK_BYTES)
      throw new Failure("bad-frame", `a header block of more than ${MAX_BLOCK_BYTES} bytes`);
    parts.push(yield* incoming.take(next.length));
    flags = next.flags;
  }
  return Buffer.concat(parts);
}

/** Number of bytes before the block: the promised stream of a PUSH_PROMISE, or the priority in HEADERS. */
function bytesAhead(head: FrameHead): number {
  if (head.type === "PUSH_PROMISE") return 4;
  return head.flags & FLAG.priority ? 5 : 0;
}
