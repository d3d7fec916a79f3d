import { decodeHuffman } from "./hpack-huffman.ts";
import { STATIC_TABLE } from "./hpack-static-table.ts";
import { Failure } from "../../../report/failure.mjs";

export type HeaderField = readonly [name: string, value: string];

/** Size of the dynamic table before a setting changes it, and what each entry counts beside its text, in bytes. */
const INITIAL_TABLE_BYTES = 4096;
const ENTRY_BYTES = 32;

/** Decodes the header blocks of one direction of a connection (RFC 7541), in the order in which they were sent. */
export class HpackDecoder {
  /** The dynamic table, oldest entry first. */
  readonly #table: HeaderField[] = [];
  #tableBytes = 0;
  #maxTableBytes = INITIAL_TABLE_BYTES;
  #allowedTableBytes = INITIAL_TABLE_BYTES;
  #block: Uint8Array = new Uint8Array(0);
  #at = 0;

  /**
   * Applies the receiver's SETTINGS_HEADER_TABLE_SIZE. The largest one counts, as the sender may not know the latest
   * yet.
   */
  allowTable(bytes: number): void {
    this.#allowedTableBytes = Math.max(this.#allowedTableBytes, bytes);
  }

  /** Decodes a complete block; text has one character per byte. Throws on what RFC 7541 calls a decoding error. */
  decode(block: Uint8Array): readonly HeaderField[] {
    this.#block = block;
    this.#at = 0;
    const fields: HeaderField[] = [];
    while (this.#at < block.length) {
      const first = block[this.#at] ?? 0;
      if (first & 0x80) fields.push(this.#entry(this.#integer(7)));
      else if (first & 0x40) fields.push(this.#add(this.#literal(6)));
      else if (first & 0x20) this.#resize(fields.length);
      else fields.push(this.#literal(4));
    }
    return fields;
  }

  #literal(prefixBits: number): HeaderField {
    const index = this.#integer(prefixBits);
    const name = index === 0 ? this.#text() : this.#entry(index)[0];
    return [name, this.#text()];
  }

  #entry(index: number): HeaderField {
    const [name, value = ""] = STATIC_TABLE[index - 1] ?? [];
    if (name !== undefined) return [name, value];
    const entry = this.#table[this.#table.length - (index - STATIC_TABLE.length)];
    if (!entry) throw new Failure("bad-hpack", `no entry ${index} in the table`);
    return entry;
  }

  #add(field: HeaderField): HeaderField {
    this.#table.push(field);
    this.#tableBytes += sizeOf(field);
    this.#evict();
    return field;
  }

  #resize(fieldsBefore: number): void {
    const bytes = this.#integer(5);
    if (fieldsBefore > 0) throw new Failure("bad-hpack", "a table size after a field");
    if (bytes > this.#allowedTableBytes)
      throw new Failure(
        "bad-hpack",
        `a table of ${bytes} bytes; the peer allows ${this.#allowedTableBytes}`,
      );
    this.#maxTableBytes = bytes;
    this.#evict();
  }

  #evict(): void {
    while (this.#tableBytes > this.#maxTableBytes) {
      const oldest = this.#table.shift();
      if (!oldest) return;
      this.#tableBytes -= sizeOf(oldest);
    }
  }

  #integer(prefixBits: number): number {
    const mask = 2 ** prefixBits - 1;
    let value = this.#byte() & mask;
    if (value < mask) return value;
    for (let factor = 1; ; factor *= 128) {
      // Four more bytes are enough for any length inside a block.
      if (factor > 128 ** 3) throw new Failure("bad-hpack", "an integer of more than five bytes");
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  #text(): string {
    const isHuffman = ((this.#block[this.#at] ?? 0) & 0x80) !== 0;
    const length = this.#integer(7);
    if (length > this.#block.length - this.#at)
      throw new Failure("bad-hpack", "a string longer than its block");
    const bytes = this.#block.subarray(this.#at, this.#at + length);
    this.#at += length;
    return isHuffman ? decodeHuffman(bytes) : Buffer.from(bytes).toString("latin1");
  }

  #byte(): number {
    const byte = this.#block[this.#at];
    if (byte === undefined) throw new Failure("bad-hpack", "a block that ends within a field");
    this.#at += 1;
    return byte;
  }
}

function sizeOf([name, value]: HeaderField): number {
  return name.length + value.length + ENTRY_BYTES;
}
