import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser, listCandidates } from "../../src/install/browser.ts";
import { makeFolder } from "../commands/temporary-folder.ts";

test("a browser asked for by name comes before those on PATH, and these in PATH's order", () => {
  const candidates = listCandidates({ CHROMIUM: "/mine", PATH: ["/a", "/b"].join(":") });
  const chromiums = candidates.filter((path) => /(mine|[ab].chromium)$/.test(path));
  expect(chromiums).toEqual(["/mine", join("/a", "chromium"), join("/b", "chromium")]);
});

test.skipIf(process.platform === "win32")("a browser that does not start is passed over", () => {
  const folder = makeFolder({
    "broken/chromium": "#!/bin/sh\necho no snap here >&2\nexit 1\n",
    "good/chromium": "#!/bin/sh\necho Chromium 150\n",
  });
  for (const name of ["broken", "good"]) chmodSync(join(folder, name, "chromium"), 0o755);
  const path = `${join(folder, "broken")}:${join(folder, "good")}`;
  expect(findBrowser({ PATH: path })).toBe(join(folder, "good/chromium"));
  expect(findBrowser({ CHROMIUM: "/no/such/browser", PATH: path })).toContain("good");
});
