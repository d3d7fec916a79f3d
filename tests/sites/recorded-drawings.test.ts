import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseWireFile } from "../../src/receipts/wire-file.ts";
import { builtPaths, builtSite } from "./built-site.ts";

/** The recorded drawings of all built pages: what stands on their arrows, and the file that lists what crossed. */
const drawings = builtPaths.flatMap((page) => {
  const html = readFileSync(
    path.join(builtSite, page, page.endsWith("/") ? "index.html" : ""),
    "utf8",
  );
  return [...html.matchAll(/<figure class="sequence[^>]*>.*?<\/figure>/gs)].flatMap(([figure]) => {
    const file = /href="(\/receipts\/[^"]+\.wire\.txt)"/.exec(figure)?.[1];
    const labels = [
      ...figure.matchAll(/<text[^>]*class="[^"]*crossing[^"]*"[^>]*>\s*([^<]*?)\s*<\/text>/g),
    ];
    return file === undefined
      ? []
      : [{ page, file, labels: labels.map(([, label = ""]) => label.replaceAll("&gt;", ">")) }];
  });
});

test("there is one of a stream that broke, and one of a consumer that was replaced", () => {
  expect(drawings.some(({ labels }) => labels.includes("FulfilOrders"))).toBe(true);
  expect(drawings.some(({ labels }) => labels.includes("JoinGroup"))).toBe(true);
});

describe("every arrow of a recorded drawing is a line of what was recorded, in that order:", () => {
  test.each(drawings)("$page $file", ({ file, labels }) => {
    const lines = parseWireFile(readFileSync(path.join(builtSite, file), "utf8"));
    let at = 0;
    for (const label of labels) {
      const found = lines.findIndex((line, index) => index >= at && line.label.includes(label));
      expect(found, `${label} after line ${at}`).toBeGreaterThanOrEqual(at);
      at = found + 1;
    }
    expect(labels.length).toBeGreaterThan(1);
  });
});
