import { writeFileSync } from "node:fs";
import { availableParallelism, hostname } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { computeProofKey, listProofFiles } from "../../src/proof/proof-key.ts";
import {
  PROOF_FILE,
  type Proof,
  readProof,
  requireProof,
  writeProof,
} from "../../src/proof/proof.ts";
import { describeMachine } from "../../src/proof/proved-on.ts";
import { makeFolder, writeFiles } from "../commands/temporary-folder.ts";
import { project } from "../sites/lay-out-site.ts";

const lock = {
  packages: {
    "node_modules/client": { version: "1.0.0", integrity: "a", dependencies: { wire: "^1" } },
    "node_modules/client/node_modules/wire": { version: "1.2.0", integrity: "b" },
    "node_modules/wire": { version: "2.0.0", integrity: "c" },
    "node_modules/astro": { version: "7.0.0", integrity: "d" },
  },
};
const files = {
  "src/lab/run.ts": 'import { hash } from "../receipts/inputs.ts";',
  "src/lab/README.md": "what it is",
  "src/receipts/inputs.ts": 'import "./receipt.ts";',
  "src/receipts/receipt.ts": "export {};",
  "src/receipts/fault-table.ts": "of a page",
  "content/samples/a/a.ts": 'import { Client } from "client";',
  "content/samples/a/a.scenario.ts": "export default {};",
  "content/samples/a/killed.scenario-parts.ts": "export const point = {};",
  "package-lock.json": JSON.stringify(lock),
};
let root: string;
let key: string;
beforeEach(() => {
  root = makeFolder(files);
  key = computeProofKey(root);
});

/** The key after a file has another text. */
function keyWith(file: string, text: string): string {
  writeFiles(root, { [file]: text });
  return computeProofKey(root);
}

describe("the proof key changes with", () => {
  test.each([
    ["src/lab/run.ts", "// another comment"],
    ["src/lab/new.ts", ""],
    ["src/receipts/inputs.ts", ""],
    ["src/receipts/receipt.ts", ""],
    ["content/samples/a/killed.scenario-parts.ts", ""],
  ])("%s", (file, text) => {
    expect(keyWith(file, text)).not.toBe(key);
  });

  test("the version of a package that a sample imports, and of one below it", () => {
    const text = JSON.stringify(lock);
    const changed = ['"1.0.0"', '"1.2.0"'].map((version) =>
      keyWith("package-lock.json", text.replace(version, '"9.0.0"')),
    );
    expect(new Set([key, ...changed]).size).toBe(3);
  });
});

describe("the proof key stays with", () => {
  test.each([
    ["src/lab/README.md", "other words"],
    ["src/receipts/fault-table.ts", "of another page"],
    ["content/samples/a/a.ts", 'import { Client } from "client"; // a comment'],
    ["content/samples/a/a.scenario.ts", "export default { story: 1 };"],
  ])("another %s", (file, text) => {
    expect(keyWith(file, text)).toBe(key);
  });

  test.each(['"2.0.0"', '"7.0.0"'])("a package that no run loads, %s", (version) => {
    const text = JSON.stringify(lock).replace(version, '"9.0.0"');
    expect(keyWith("package-lock.json", text)).toBe(key);
  });
});

test("of this project it has the lab, the receipts that it reads, and scenarios' helpers", () => {
  const own = listProofFiles(project);
  expect(own).toContain("src/lab/run/run-scenario.ts");
  expect(own).toContain("src/receipts/inputs.ts");
  expect(own.some((file) => file.endsWith(".scenario-parts.ts"))).toBe(true);
  expect(own.filter((file) => file.endsWith("README.md"))).toEqual([]);
});

describe("the committed proof", () => {
  const proof = (of: string): Proof => ({
    key: of,
    date: "2026-11-29",
    commit: "0123456789abcdef",
    machine: { cores: 2, memoryGb: 16, os: "Debian GNU/Linux 13" },
    versions: { Node: "24.21.0" },
    counts: { runs: 2, agreed: 2, faults: 1, counterfactuals: 1, tests: 3, leftOut: 0 },
    seconds: 60,
  });

  test("lets tests begin while its key is that of the files", () => {
    writeProof(root, proof(key));
    expect(readProof(root)).toEqual(proof(key));
    expect(() => requireProof(root)).not.toThrow();
  });

  test("stops them when the lab has changed, and says what to type", () => {
    writeProof(root, proof(key));
    writeFileSync(path.join(root, "src/lab/run.ts"), "changed");
    expect(() => requireProof(root)).toThrow(
      `proof-outdated  The lab, a scenario's helper or a package that runs load has changed since 2026-11-29 (${PROOF_FILE}).\n` +
        "  Make all runs again. Type: npm run prove",
    );
  });

  test.each(["", "{}", "{"])("is none when it is %j", (text) => {
    writeFiles(root, { [PROOF_FILE]: text });
    expect(() => requireProof(root)).toThrow(/^proof-outdated .* is missing or cannot be read/);
  });

  test("says how large a machine is, and not which", () => {
    const machine = describeMachine();
    expect(machine.cores).toBe(availableParallelism());
    expect(JSON.stringify(machine)).not.toContain(hostname());
  });
});
