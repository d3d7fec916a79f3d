import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/**
 * The best encoding that the client accepts.
 *
 * @example chooseEncoding("gzip, deflate, br;q=0") // "gzip"
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const weights = new Map<string, number>();
  for (const item of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  for (const encoding of ["br", "gzip"] as const) {
    if ((weights.get(encoding) ?? weights.get("*") ?? 0) > 0) return encoding;
  }
  return "identity";
}

/** Compresses as much as static hosts do, but less above 256 kB, where it would take seconds. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const isLarge = body.length > 256 * 1024;
  if (encoding === "br") {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: isLarge ? 6 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    return promisify(brotliCompress)(body, { params });
  }
  if (encoding === "gzip") return promisify(gzip)(body, { level: isLarge ? 6 : 9 });
  return Promise.resolve(body);
}
