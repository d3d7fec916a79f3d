import { expect, test } from "vitest";
import { hasWords } from "../../src/receipts/has-words.ts";

test.each([
  ["25 lost", "5 lost", false],
  ["5 lost", "5 lost", true],
  ["took 15 ms", "5", false],
  ["took 1,005 ms", "005", false],
  ["took 5.5 s", "5", false],
  ["wait_for_ready,Waiting for LB pick", "Waiting for LB pick", true],
  ["(4194309 vs 4194304)", "(4194309 vs", true],
  ["8 RESOURCE_EXHAUSTED: Received", "EXHAUSTED", false],
])("%s: %s", (line, words, expected) => {
  expect(hasWords(line, words)).toBe(expected);
});
