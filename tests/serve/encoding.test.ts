import { expect, test } from "vitest";
import { chooseEncoding } from "../../src/serve/encoding.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["deflate, zstd", "identity"],
  ["gzip", "gzip"],
  ["gzip, BR", "br"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.000", "identity"],
  ["*", "br"],
  ["br;q=0, *;q=0.1", "gzip"],
  ["brotli", "identity"],
])("Accept-Encoding %j is answered with %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
