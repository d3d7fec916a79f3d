import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { chooseTenth } from "../../src/commands/test/choose-tenth.ts";
import { makeFolder } from "./temporary-folder.ts";

const IDENTITY = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.com"];

function git(root: string, ...args: string[]): void {
  execFileSync("git", [...IDENTITY, ...args], { cwd: root, stdio: "ignore" });
}

function makeClone(commits: number): string {
  const root = makeFolder({});
  git(root, "init");
  for (let made = 0; made < commits; made++)
    git(root, "commit", "--allow-empty", "-m", `Commit ${made}`);
  return root;
}

test("ten commits in a row choose all ten tenths", () => {
  const root = makeClone(7);
  const chosen = Array.from({ length: 10 }, () => {
    git(root, "commit", "--allow-empty", "-m", "Another");
    return chooseTenth(root)?.tenth;
  });
  expect(chosen).toEqual([8, 9, 0, 1, 2, 3, 4, 5, 6, 7]);
  expect(chooseTenth(root)?.why).toBe("by its place, commit 17");
});

test("a shallow clone chooses by the commit's hash, the same one each time", () => {
  const from = makeClone(3);
  const root = makeFolder({});
  git(root, "clone", "--depth=1", `file://${from}`, "clone");
  const chosen = chooseTenth(`${root}/clone`);
  expect(chosen?.why).toMatch(/^by the hash of commit [0-9a-f]{8}, in a shallow clone$/);
  expect(chooseTenth(`${root}/clone`)).toEqual(chosen);
});

test("what is no clone has none", () => {
  expect(chooseTenth(makeFolder({}))).toBeUndefined();
});
