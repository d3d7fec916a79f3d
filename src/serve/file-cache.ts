import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { compress, type Encoding } from "./encoding.ts";

/** A file as it is sent. */
export interface Body {
  readonly bytes: Buffer;
  readonly encoding: Encoding;
  /** A strong tag, so each encoding of a file has its own. */
  readonly etag: string;
}

interface Entry {
  readonly version: string;
  readonly bytes: Buffer;
  readonly hash: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

/** Keeps files and their compressed forms in memory. A file that changes on disk is read again. */
export class FileCache {
  readonly #entries = new Map<string, Entry>();

  /** Reads a file in `encoding`, or uncompressed when that is not larger. Throws when the file is gone. */
  async read(path: string, encoding: Encoding): Promise<Body> {
    const entry = await this.#load(path);
    if (encoding !== "identity") {
      const pending = entry.compressed.get(encoding) ?? compress(entry.bytes, encoding);
      entry.compressed.set(encoding, pending);
      const bytes = await pending;
      if (bytes.length < entry.bytes.length) {
        return { bytes, encoding, etag: `"${entry.hash}-${encoding}"` };
      }
    }
    return { bytes: entry.bytes, encoding: "identity", etag: `"${entry.hash}"` };
  }

  async #load(path: string): Promise<Entry> {
    const { mtimeMs, size, ino } = await stat(path);
    const version = `${mtimeMs} ${size} ${ino}`;
    const known = this.#entries.get(path);
    if (known?.version === version) return known;
    const bytes = await readFile(path);
    const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    const entry: Entry = { version, bytes, hash, compressed: new Map() };
    this.#entries.set(path, entry);
    return entry;
  }
}
