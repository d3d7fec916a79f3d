import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { createPacker } from "../../src/samples/archive.ts";

const files = new Map([
  ["orders/package.json", "{}\n"],
  ["orders/läger.ts", "export const plats = 'Malmö';\n".repeat(100)],
  ["orders/empty.txt", ""],
]);

test("an archive gives back the files it was made of", () => {
  const entries = Object.entries(unzipSync(createPacker()(files)));
  expect(new Map(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))).toEqual(
    files,
  );
});

test("a text has the same bytes in an archive, whether it was packed before or not", () => {
  const pack = createPacker();
  const first = pack(files);
  expect(pack(files)).toEqual(first);
  expect(first.length).toBeLessThan(800);
});
