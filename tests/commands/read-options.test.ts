import { expect, test } from "vitest";
import { readCount, readOptions } from "../../src/commands/read-options.ts";

const USAGE = {
  command: "npm run try",
  options: { all: { type: "boolean", default: false }, repeat: { type: "string", default: "1" } },
} as const;
const WITH_WORDS = { ...USAGE, words: "name …", most: 1 };

test("options and words are read, and what was not given has its default", () => {
  const { values, positionals } = readOptions(WITH_WORDS, ["--all", "one"]);
  expect(values).toEqual({ all: true, repeat: "1" });
  expect(positionals).toEqual(["one"]);
});

test.each([
  [["--al"], 'unknown-option  npm run try has no option --al. Did you mean "--all"?'],
  [["-x"], "unknown-option  npm run try has no option -x."],
  [["all"], 'unknown-option  npm run try does not take "all". Did you mean "--all"?'],
  [["--all=yes"], "bad-option  --all takes no value."],
  [["--repeat"], "bad-option  --repeat needs a value."],
  [["--repeat", "--all"], "bad-option  --repeat needs a value."],
])("%j is refused, with what to type", (args, message) => {
  expect(() => readOptions(USAGE, args)).toThrow(
    `${message}\n  Type: npm run try -- [--all] [--repeat …]`,
  );
});

test("a word too many is refused", () => {
  expect(() => readOptions(WITH_WORDS, ["one", "two"])).toThrow(
    'unknown-option  npm run try does not take "two".\n  Type: npm run try -- [name …] [--all] [--repeat …]',
  );
});

test("a command that takes nothing says so by its name alone", () => {
  expect(() => readOptions({ command: "npm run dev", options: {} }, ["--port"])).toThrow(
    "unknown-option  npm run dev has no option --port.\n  Type: npm run dev",
  );
});

test.each(["0", "1.5", "x", ""])("%j is no count", (value) => {
  expect(() => readCount("repeat", value)).toThrow(`bad-option  --repeat is "${value}".`);
  expect(readCount("repeat", "3")).toBe(3);
});
