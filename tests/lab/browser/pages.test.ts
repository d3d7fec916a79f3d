import { expect, test } from "vitest";
import { isPage, toBrowserSource } from "../../../src/lab/browser/pages.ts";

test("a program that opens an address is a page", () => {
  expect(isPage({ file: "../browsers/web/a.ts", opens: "http://localhost:3000/" })).toBe(true);
  expect(isPage({ file: "a.ts" })).toBe(false);
});

test("without a Chromium it is said how to get one", () => {
  expect(toBrowserSource(undefined, "apt-get install chromium")).toEqual({
    kind: "none",
    why: "There is no Chromium here.\n  apt-get install chromium",
  });
});

test("a program that does not say a version is no Chromium", () => {
  const source = toBrowserSource(process.execPath, "apt-get install chromium");
  expect(source).toMatchObject({ kind: "none" });
});
