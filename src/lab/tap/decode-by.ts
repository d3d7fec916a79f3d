import type { Decoder, Direction, WireEvent } from "./wire-event.ts";

/** A part of a parser that pauses while bytes are missing, and then returns what it has read. */
export type Awaiting<T> = Generator<undefined, T, undefined>;

/** Size of the first block that `take` allocates, since a wrong length must not allocate much memory. */
const FIRST_BLOCK_BYTES = 65_536;

/** The bytes of one direction, which a parser reads as if all of them had arrived. */
export class Incoming {
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  #offset = 0;

  /** Offset of the next byte. */
  get offset(): number {
    return this.#offset;
  }

  /** Gives the next chunk; the one before must have been read to its end. */
  give(chunk: Uint8Array): void {
    this.#chunk = chunk;
    this.#at = 0;
  }

  /** Returns a copy of the next `count` bytes, and pauses whenever a chunk is used up. */
  *take(count: number): Awaiting<Uint8Array> {
    let bytes = new Uint8Array(Math.min(count, FIRST_BLOCK_BYTES));
    let filled = 0;
    while (filled < count) {
      if (this.#at === this.#chunk.length) {
        yield;
        continue;
      }
      if (filled === bytes.length) bytes = grow(bytes, Math.min(count, 2 * filled));
      const upTo = this.#at + Math.min(bytes.length - filled, this.#chunk.length - this.#at);
      bytes.set(this.#chunk.subarray(this.#at, upTo), filled);
      filled += upTo - this.#at;
      this.#offset += upTo - this.#at;
      this.#at = upTo;
    }
    return bytes;
  }
}

/** Reads one direction from its first byte, in an endless loop. */
export type Parser = (
  direction: Direction,
  incoming: Incoming,
  emit: (event: WireEvent) => void,
) => Awaiting<never>;

/**
 * Makes a decoder that runs one parser for each direction. When a parser throws, `push` throws the same error, now and
 * in every later call. If the chunk completed events before the error, `push` returns these and throws from the next
 * call on, so that the events do not depend on how bytes are divided into chunks.
 */
export function decodeBy(parse: Parser): Decoder {
  let completed: WireEvent[] = [];
  let failure: { readonly error: unknown } | undefined;
  const side = (direction: Direction): { incoming: Incoming; parser: Awaiting<never> } => {
    const incoming = new Incoming();
    return { incoming, parser: parse(direction, incoming, (event) => completed.push(event)) };
  };
  const sides = { out: side("out"), in: side("in") };
  return {
    push(direction, chunk) {
      if (failure) throw failure.error;
      const { incoming, parser } = sides[direction];
      incoming.give(chunk);
      try {
        parser.next();
      } catch (error) {
        failure = { error };
        if (completed.length === 0) throw error;
      }
      const events = completed;
      completed = [];
      return events;
    },
  };
}

function grow(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length);
  grown.set(bytes);
  return grown;
}
