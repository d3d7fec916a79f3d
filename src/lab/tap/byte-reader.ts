import { Failure } from "../../report/failure.mjs";
/** Reads Kafka's primitive types from a complete array of bytes. Every method throws when too few bytes are left. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Number of bytes left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  int8(): number {
    return this.#view.getInt8(this.#advance(1));
  }

  int16(): number {
    return this.#view.getInt16(this.#advance(2));
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2));
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4));
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4));
  }

  int64(): bigint {
    return this.#view.getBigInt64(this.#advance(8));
  }

  float64(): number {
    return this.#view.getFloat64(this.#advance(8));
  }

  /** Reads a varint of at most 32 bits. */
  unsignedVarint(): number {
    return Number(this.#varint(5));
  }

  /** Reads a zigzag varint of at most 32 bits. */
  varint(): number {
    return Number(undoZigzag(this.#varint(5)));
  }

  /** Reads a zigzag varint of at most 64 bits. */
  varlong(): bigint {
    return undoZigzag(this.#varint(10));
  }

  /** Returns the next bytes without copying them. */
  bytes(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** Returns a reader for the next bytes alone. */
  part(length: number): ByteReader {
    return new ByteReader(this.bytes(length));
  }

  text(length: number): string {
    return new TextDecoder().decode(this.bytes(length));
  }

  #varint(maxBytes: number): bigint {
    let value = 0n;
    for (let index = 0; index < maxBytes; index += 1) {
      const byte = this.#view.getUint8(this.#advance(1));
      value |= BigInt(byte & 0x7f) << BigInt(7 * index);
      if (byte < 0x80) return value;
    }
    throw new Failure("bad-kafka", `a varint of more than ${maxBytes} bytes`);
  }

  #advance(length: number): number {
    if (length < 0 || length > this.left)
      throw new Failure("bad-kafka", `${length} bytes are due, ${this.left} are left`);
    const start = this.#at;
    this.#at += length;
    return start;
  }
}

function undoZigzag(value: bigint): bigint {
  return (value >> 1n) ^ -(value & 1n);
}
