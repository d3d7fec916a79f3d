import { expect, test } from "vitest";
import { findValues } from "../../src/facts/check-values.ts";

test.each([
  ["takes 65,535 bytes", ["65535 bytes"]],
  ["after 30 seconds, or 1.5 s", ["30 s", "1.5 s"]],
  ["24 hours, 7 days, 5 minutes", ["24 h", "7 days", "5 min"]],
  ["in Kafka 4.3.1.", ["4.3.1"]],
  ["a limit of 4,096", ["4096"]],
  ["five of 16 were read, and 999 more", []],
  ["o-137.3 and s-12.0040", []],
  ["a 30-second wait", ["30 s"]],
  ["20 % of 128 MiB", ["20 %", "128 MiB"]],
])("%s", (text, expected) => {
  expect(findValues(text).map(({ value }) => value)).toEqual(expected);
});
