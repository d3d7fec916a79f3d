import type { Awaiting, Incoming } from "../decode-by.ts";
import { Failure } from "../../../report/failure.mjs";

/** Types of frames by number (RFC 9113, section 6). */
const FRAME_TYPES = [
  "DATA",
  "HEADERS",
  "PRIORITY",
  "RST_STREAM",
  "SETTINGS",
  "PUSH_PROMISE",
  "PING",
  "GOAWAY",
  "WINDOW_UPDATE",
  "CONTINUATION",
];

/** Error codes by number (RFC 9113, section 7). */
const ERROR_CODES = [
  "NO_ERROR",
  "PROTOCOL_ERROR",
  "INTERNAL_ERROR",
  "FLOW_CONTROL_ERROR",
  "SETTINGS_TIMEOUT",
  "STREAM_CLOSED",
  "FRAME_SIZE_ERROR",
  "REFUSED_STREAM",
  "CANCEL",
  "COMPRESSION_ERROR",
  "CONNECT_ERROR",
  "ENHANCE_YOUR_CALM",
  "INADEQUATE_SECURITY",
  "HTTP_1_1_REQUIRED",
];

/** Settings by number, from 1 (RFC 9113, section 6.5.2). */
const SETTINGS = [
  "HEADER_TABLE_SIZE",
  "ENABLE_PUSH",
  "MAX_CONCURRENT_STREAMS",
  "INITIAL_WINDOW_SIZE",
  "MAX_FRAME_SIZE",
  "MAX_HEADER_LIST_SIZE",
];

/** Flags of frames. ACK (of SETTINGS and PING) and END_STREAM (of DATA and HEADERS) share a bit. */
export const FLAG = { endStream: 0x1, ack: 0x1, endHeaders: 0x4, padded: 0x8, priority: 0x20 };

/** Largest payload in bytes that a peer may send before a setting allows more. */
export const INITIAL_MAX_FRAME_BYTES = 16_384;

/** Payload lengths in bytes that RFC 9113 fixes. */
const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  PRIORITY: 5,
  RST_STREAM: 4,
  PING: 8,
  WINDOW_UPDATE: 4,
};

const PREFACE = new TextEncoder().encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

export interface FrameHead {
  /** Offset of the frame's first byte. */
  readonly start: number;
  /** Length of the payload in bytes. */
  readonly length: number;
  readonly type: string;
  readonly flags: number;
  readonly stream: number;
}

/** Reads the preface that a client sends first. Throws at the first byte that differs. */
export function* readPreface(incoming: Incoming): Awaiting<undefined> {
  for (const expected of PREFACE) {
    const [byte] = yield* incoming.take(1);
    if (byte !== expected)
      throw new Failure("not-http2", "the client does not begin with the preface of HTTP/2");
  }
  return undefined;
}

/** Returns the largest allowed payload in bytes. A function, since a setting may change it while a frame is awaited. */
export type FrameLimit = () => number;

/** Reads the nine bytes of a frame's header. Throws when the frame is longer than the limit or than its type allows. */
export function* readFrameHead(incoming: Incoming, limit: FrameLimit): Awaiting<FrameHead> {
  const start = incoming.offset;
  const view = viewOf(yield* incoming.take(9));
  const length = view.getUint16(0) * 256 + view.getUint8(2);
  const code = view.getUint8(3);
  const type = FRAME_TYPES[code] ?? `UNKNOWN_${code}`;
  const stream = view.getUint32(5) & 0x7fff_ffff;
  if (length > limit())
    throw new Failure("bad-frame", `${type} of ${length} bytes; the peer allows ${limit()}`);
  const fixed = FIXED_LENGTHS[type];
  if (fixed !== undefined && length !== fixed)
    throw new Failure("bad-frame", `${type} of ${length} bytes; it has ${fixed}`);
  return { start, length, type, flags: view.getUint8(4), stream };
}

/** Removes the padding from the payload of a HEADERS or PUSH_PROMISE frame. */
export function stripPadding(head: FrameHead, payload: Uint8Array): Uint8Array {
  if (!(head.flags & FLAG.padded)) return payload;
  const padding = payload[0] ?? 0;
  if (1 + padding > payload.length) throw badPadding(head);
  return payload.subarray(1, payload.length - padding);
}

export function badPadding(head: FrameHead): Error {
  return new Failure(
    "bad-frame",
    `${head.type} of ${head.length} bytes is shorter than its padding`,
  );
}

export interface Setting {
  readonly name: string;
  readonly value: number;
}

/** Reads the payload of a SETTINGS frame. */
export function readSettings(payload: Uint8Array): readonly Setting[] {
  if (payload.length % 6 !== 0)
    throw new Failure("bad-frame", `SETTINGS of ${payload.length} bytes; each setting has 6`);
  const view = viewOf(payload);
  return Array.from({ length: payload.length / 6 }, (_, index) => {
    const id = view.getUint16(6 * index);
    return { name: SETTINGS[id - 1] ?? `UNKNOWN_${id}`, value: view.getUint32(6 * index + 2) };
  });
}

/** Describes the payload of SETTINGS, WINDOW_UPDATE and GOAWAY: `65535`, `NO_ERROR, last stream 5, "max_age"`. */
export function describePayload(type: string, payload: Uint8Array): string | undefined {
  if (type === "SETTINGS" && payload.length > 0)
    return readSettings(payload)
      .map(({ name, value }) => `${name}=${value}`)
      .join(" ");
  if (type === "WINDOW_UPDATE") return String(viewOf(payload).getUint32(0) & 0x7fff_ffff);
  if (type !== "GOAWAY") return undefined;
  if (payload.length < 8) throw new Failure("bad-frame", `GOAWAY of ${payload.length} bytes`);
  const lastStream = viewOf(payload).getUint32(0) & 0x7fff_ffff;
  const said = new TextDecoder().decode(payload.subarray(8));
  return `${readErrorCode(payload.subarray(4))}, last stream ${lastStream}${said && `, "${said}"`}`;
}

/** Returns the name of the error code in the first four bytes. */
export function readErrorCode(bytes: Uint8Array): string {
  const code = viewOf(bytes).getUint32(0);
  return ERROR_CODES[code] ?? `UNKNOWN_${code}`;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
