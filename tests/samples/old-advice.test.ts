import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FOLDER = path.resolve("content/samples");
const samples = globSync("**/*.ts", { cwd: FOLDER })
  .filter((file) => !file.startsWith("gen/") && !/\.scenario(?:-parts)?\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(FOLDER, file), "utf8") }));

/** Files of samples whose text matches. */
function thatMatch(pattern: RegExp): string[] {
  return samples.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

/** Samples whose follower would end at a stream that a proxy reset. */
const TWO_STATUSES = /\[\s*status\.UNAVAILABLE,\s*status\.CANCELLED\b/;
/** Two processes of one name share a member, and both do its work. */
const FIXED_NAME = /groupInstanceId:\s*["'`]/;
const KAFKAJS_IDEMPOTENT = /from "kafkajs"[\s\S]*\bidempotent: true/;

test("no sample resumes on two statuses alone", () => {
  expect(thatMatch(TWO_STATUSES)).toEqual([]);
});

test("no sample gives a member of a group a fixed name", () => {
  expect(thatMatch(FIXED_NAME)).toEqual([]);
});

test("kafkajs is idempotent only where a page shows what that loses", () => {
  const elsewhere = thatMatch(KAFKAJS_IDEMPOTENT).filter((file) => !file.startsWith("clients/"));
  expect(elsewhere).toEqual([]);
  expect(thatMatch(KAFKAJS_IDEMPOTENT).length).toBeGreaterThan(0);
});

test("these would be seen", () => {
  expect("const OPEN = [\n  status.UNAVAILABLE,\n  status.CANCELLED,\n];").toMatch(TWO_STATUSES);
  expect('groupInstanceId: "warehouse-0",').toMatch(FIXED_NAME);
});
