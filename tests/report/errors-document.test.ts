import { expect, test } from "vitest";
import { describeErrors } from "../../src/report/describe-errors.ts";
import { notRendered } from "../../src/report/not-rendered.ts";
import { FAILURES, ISSUES } from "../../src/report/slugs.ts";
import { findExpectedIssues } from "./expected-issues.ts";
import { makeFailures } from "./real-failures.ts";

const unread = new TypeError("Cannot read properties of undefined (reading 'length')");
const issues = findExpectedIssues().set(
  "not-rendered",
  notRendered("content/docs/kafka/consuming.mdx", unread).hint,
);

test("every kind of issue has an example that a test expects, and no other kind is expected", () => {
  expect([...issues.keys()].sort()).toEqual(Object.keys(ISSUES).sort());
});

test("ERRORS.md has a section for every kind of error", async () => {
  const failures = await makeFailures();
  expect(Object.keys(FAILURES)).toEqual(expect.arrayContaining([...failures.keys()]));
  const document = describeErrors(new Map([...issues, ...failures]));
  await expect(document).toMatchFileSnapshot("../../ERRORS.md");
});
