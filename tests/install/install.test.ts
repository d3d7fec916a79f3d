import { expect, test } from "vitest";
import { findOutdated, installReason, type Platform } from "../../src/install/install.mjs";
import { makeFolder } from "../commands/temporary-folder.ts";

const linux: Platform = { os: "linux", cpu: "x64", libc: () => "glibc" };

interface Locked {
  readonly version: string;
  readonly optional?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** A root whose lockfile names `locked`, with `installed` versions in node_modules. */
function makeRoot(locked: Readonly<Record<string, Locked>>, installed: Record<string, string>) {
  const packages = Object.fromEntries(
    Object.entries(locked).map(([name, entry]) => [`node_modules/${name}`, entry]),
  );
  return makeFolder({
    "package-lock.json": JSON.stringify({ packages: { "": { version: "9.9.9" }, ...packages } }),
    ...Object.fromEntries(
      Object.entries(installed).map(([name, version]) => [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version }),
      ]),
    ),
  });
}

test("equal versions need no install, however old the files are", () => {
  const root = makeRoot(
    { astro: { version: "7.3.5" }, "astro/node_modules/@x/y": { version: "1.0.0" } },
    { astro: "7.3.5", "astro/node_modules/@x/y": "1.0.0" },
  );
  expect(findOutdated(root, linux)).toEqual([]);
  expect(installReason(root, [])).toBeUndefined();
});

test("a fresh clone is installed", () => {
  const root = makeRoot({ astro: { version: "7.3.5" } }, {});
  expect(installReason(root, findOutdated(root, linux))).toBe("node_modules is missing");
});

test("another version, older or newer, and a missing package are reasons, and named", () => {
  const root = makeRoot(
    { astro: { version: "7.3.5" }, "a/node_modules/@x/y": { version: "2.0.0" } },
    { astro: "7.3.6" },
  );
  expect(installReason(root, findOutdated(root, linux))).toBe(
    "node_modules differs from package-lock.json (astro 7.3.6 → 7.3.5, @x/y missing → 2.0.0)",
  );
});

test("an optional package is missed only on the platform it is made for", () => {
  const root = makeRoot(
    {
      here: { version: "1.0.0" },
      "native-linux": { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"] },
      "native-musl": { version: "1.0.0", optional: true, os: ["linux"], libc: ["musl"] },
      "native-mac": { version: "1.0.0", optional: true, os: "darwin" },
      "not-on-mac": { version: "1.0.0", optional: true, os: ["!darwin"] },
      "any-wasm": { version: "1.0.0", optional: true },
    },
    { here: "1.0.0" },
  );
  const names = (platform: Platform) =>
    findOutdated(root, platform).map(({ path }) => path.replace("node_modules/", ""));
  expect(names(linux)).toEqual(["native-linux", "not-on-mac"]);
  expect(names({ ...linux, libc: () => "musl" })).toContain("native-musl");
  expect(names({ os: "darwin", cpu: "arm64", libc: () => undefined })).toEqual(["native-mac"]);
});

test("an optional package that is there must have the locked version", () => {
  const root = makeRoot({ wasm: { version: "2.0.0", optional: true } }, { wasm: "1.0.0" });
  expect(findOutdated(root, linux)).toEqual([
    { path: "node_modules/wasm", wanted: "2.0.0", installed: "1.0.0" },
  ]);
});
