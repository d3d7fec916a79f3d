import type { Decoder, Direction, WireEvent } from "./wire-event.ts";

/** A pause of a parser until more bytes are there; what it waits for is its return value. */
export type Awaiting<T> = Generator<undefined, T, undefined>;

/** The first block that `take` allocates: a length is only a claim until its bytes are there. */
const FIRST_BLOCK_BYTES = 65_536;

/** The bytes of one direction, for a parser that reads them as if they were all there. */
export class Incoming {
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  #offset = 0;

  /** Offset of the next byte. */
  get offset(): number {
    return this.#offset;
  }

  /** The chunk before must have been read to its end. */
  give(chunk: Uint8Array): void {
    this.#chunk = chunk;
    this.#at = 0;
  }

  /** The next `count` bytes, copied. Pauses at the end of each chunk. */
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

/** Reads one direction from its first byte on, for ever. */
export type Parser = (
  direction: Direction,
  incoming: Incoming,
  emit: (event: WireEvent) => void,
) => Awaiting<never>;

/**
 * A decoder that runs one parser for each direction. What a parser throws, `push` throws: at once, or at the next call
 * where events came before it in the same chunk, so that chunks make no difference to the events. It then goes on
 * throwing.
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
