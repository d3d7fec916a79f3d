import { expect, test } from "vitest";
import { ContentError } from "../../src/report/content-error.ts";

test("an error in content shows its place, and no line of the code that found it", () => {
  const issue = {
    slug: "type-error",
    file: "content/samples/a.ts",
    line: 2,
    column: 7,
    message: "Type 'number' is not assignable to type 'string'.",
  } as const;
  const { stack, loc } = new ContentError([issue], (file) => `/root/${file}`);
  expect(stack).toMatch(/^ContentError: type-error {2}content\/samples\/a\.ts:2:7\n/);
  expect(stack).not.toContain("    at ");
  expect(loc).toEqual({ file: "/root/content/samples/a.ts", line: 2, column: 7 });
});
