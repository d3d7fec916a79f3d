import { expect, test } from "vitest";
import { cutLock, keepLocked, type LockedPackages } from "../../src/samples/lock.ts";

const locked: LockedPackages = {
  "": { version: "1.0.0" },
  "node_modules/client": {
    version: "2.0.0",
    integrity: "sha512-c",
    dev: true,
    license: "MIT",
    dependencies: { shared: "^1.0.0" },
    optionalDependencies: { native: "1.0.0" },
    peerDependencies: { never: "*" },
    peerDependenciesMeta: { never: { optional: true } },
  },
  "node_modules/client/node_modules/shared": { version: "1.5.0", dev: true },
  "node_modules/shared": { version: "3.0.0", resolved: "https://registry.example/shared.tgz" },
  "node_modules/native": { version: "1.0.0", dev: true, optional: true, os: ["linux"] },
  "node_modules/tsc": { version: "7.0.0", dependencies: { shared: "^3.0.0" } },
  "node_modules/other": { version: "1.0.0" },
};
const packages = { dependencies: { client: "2.0.0" }, devDependencies: { tsc: "7.0.0" } };
const engines = { node: ">=24" };

test("a project's lockfile has what its packages depend on, found as Node finds it", () => {
  expect(cutLock(packages, engines, locked)).toEqual({
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { ...packages, engines },
      "node_modules/client": {
        version: "2.0.0",
        integrity: "sha512-c",
        dependencies: { shared: "^1.0.0" },
        optionalDependencies: { native: "1.0.0" },
        peerDependencies: { never: "*" },
        peerDependenciesMeta: { never: { optional: true } },
      },
      "node_modules/client/node_modules/shared": { version: "1.5.0" },
      "node_modules/native": { version: "1.0.0", optional: true, os: ["linux"] },
      "node_modules/shared": { version: "3.0.0", dev: true },
      "node_modules/tsc": { version: "7.0.0", dev: true, dependencies: { shared: "^3.0.0" } },
    },
  });
});

test("there is none where a package is not in the larger one, as for other platforms", () => {
  const { "node_modules/native": _native, ...without } = locked;
  expect(cutLock(packages, engines, without)).toBeUndefined();
});

test("what samples do not need is left out", () => {
  expect(Object.keys(keepLocked(["tsc"], locked))).toEqual([
    "node_modules/shared",
    "node_modules/tsc",
  ]);
});
