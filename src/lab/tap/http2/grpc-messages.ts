import { Failure } from "../../../report/failure.mjs";
/** Longest message in bytes; a longer length counts as an error of the protocol. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const PREFIX_BYTES = 5;

export interface GrpcMessage {
  /** Offset of the first byte that belongs to it. */
  readonly start: number;
  /** The message without its prefix; a compressed one stays compressed. */
  readonly bytes: Uint8Array;
}

/** Joins the messages of one direction of one call, which may span several frames. */
export class MessageReader {
  #start = 0;
  #parts: Uint8Array[] = [];
  #isPrefix = true;
  #missing = PREFIX_BYTES;

  /** Number of bytes that are missing: the rest of a prefix or of a message. */
  get missing(): number {
    return this.#missing;
  }

  /** Whether the reader is between two messages. */
  get isIdle(): boolean {
    return this.#isPrefix && this.#missing === PREFIX_BYTES;
  }

  /**
   * Adds at most `missing` bytes, and returns the message that they complete. `start` is the message's offset if these
   * bytes are its first. Throws on a prefix that is not gRPC's, or that announces more than 64 MiB.
   */
  add(part: Uint8Array, start: number): GrpcMessage | undefined {
    if (this.isIdle) this.#start = start;
    this.#parts.push(part);
    this.#missing -= part.length;
    if (this.#missing > 0) return undefined;
    if (this.#isPrefix) {
      this.#missing = readLength(this.#join());
      this.#isPrefix = false;
      if (this.#missing > 0) return undefined;
    }
    const bytes = this.#join();
    this.#isPrefix = true;
    this.#missing = PREFIX_BYTES;
    return { start: this.#start, bytes };
  }

  #join(): Uint8Array {
    const parts = this.#parts;
    this.#parts = [];
    const [first] = parts;
    if (first && parts.length === 1) return first;
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

function readLength(prefix: Uint8Array): number {
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
  const isCompressed = view.getUint8(0);
  const length = view.getUint32(1);
  if (isCompressed > 1)
    throw new Failure("bad-message", `${isCompressed} where gRPC has 0, or 1 for compressed`);
  if (length > MAX_MESSAGE_BYTES)
    throw new Failure("bad-message", `${length} bytes; at most ${MAX_MESSAGE_BYTES} are believed`);
  return length;
}
