import { Failure } from "../../../report/failure.mjs";
/** Longest message that is believed, bytes. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

const PREFIX_BYTES = 5;

export interface GrpcMessage {
  /** Offset of the first byte that belongs to it. */
  readonly start: number;
  /** Without its prefix; a compressed one stays so. */
  readonly bytes: Uint8Array;
}

/** The messages of one direction of one call, which cross the frames' borders. */
export class MessageReader {
  #start = 0;
  #parts: Uint8Array[] = [];
  #isPrefix = true;
  #missing = PREFIX_BYTES;

  /** Bytes that it needs next: the rest of a prefix or of a message. */
  get missing(): number {
    return this.#missing;
  }

  /** Whether it stands between two messages. */
  get isIdle(): boolean {
    return this.#isPrefix && this.#missing === PREFIX_BYTES;
  }

  /**
   * Adds at most `missing` bytes. `start` is where the message starts, should these be its first. Throws on a prefix
   * that is not gRPC's, or that says more than 64 MiB.
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
