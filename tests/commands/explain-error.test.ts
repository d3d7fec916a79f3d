import { expect, test } from "vitest";
import { explainError } from "../../src/commands/explain-error.ts";

test("an error about content is its own text", () => {
  const error = Object.assign(new Error("unknown-region  content/docs/a.mdx:4:2\n  No region."), {
    name: "ContentError",
    loc: { file: "/root/content/docs/a.mdx", line: 4, column: 2 },
  });
  expect(explainError(error)).toBe(error.message);
});

test("an error with a place is message, hint and place, without a stack", () => {
  const error = Object.assign(new Error("Unexpected end\n    at parse (file.js:1:1)"), {
    loc: { file: "a.mdx", line: 4, column: 6 },
    hint: "Close the brace.",
  });
  expect(explainError(error)).toBe("Unexpected end\n  Close the brace.\n  at a.mdx:4:6");
});

test("an error that nothing places has its stack", () => {
  expect(explainError(new TypeError("x is not a function"))).toMatch(
    /^TypeError: x is not a function\n {4}at /,
  );
});
