import { crc32, deflateRawSync } from "node:zlib";
import { strToU8, Zip, type ZipInputFile } from "fflate";

/**
 * A fixed date in local time, like the times in the archive format, so that every build in every time zone gives the
 * same bytes.
 */
const SOME_DAY = new Date(2026, 0, 1);

/** The format's number for files that are compressed by Deflate. */
const DEFLATE = 8;

/** A file as an archive holds it; `size` is that of the text, in bytes. */
interface Packed {
  readonly size: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

/**
 * Returns a function that packs files, path → text, into the bytes of an archive. It compresses each text once, however
 * many archives hold it: most projects share most of their files.
 */
export function createPacker(): (files: ReadonlyMap<string, string>) => Uint8Array<ArrayBuffer> {
  const packed = new Map<string, Packed>();
  const packOnce = (text: string): Packed => {
    const known = packed.get(text);
    if (known !== undefined) return known;
    const bytes = strToU8(text);
    const data = deflateRawSync(bytes, { level: 9 });
    const made = { size: bytes.length, crc: crc32(bytes), data };
    packed.set(text, made);
    return made;
  };
  return (files) => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      chunks.push(chunk);
    });
    for (const [path, text] of files) addFile(zip, path, packOnce(text));
    zip.end();
    return new Uint8Array(Buffer.concat(chunks));
  };
}

function addFile(zip: Zip, filename: string, { size, crc, data }: Packed): void {
  const file: ZipInputFile = {
    filename,
    size,
    crc,
    compression: DEFLATE,
    mtime: SOME_DAY,
  };
  zip.add(file);
  file.ondata?.(null, data, true);
}
