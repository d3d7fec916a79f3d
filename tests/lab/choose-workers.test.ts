import { expect, test } from "vitest";
import { chooseWorkers } from "../../src/lab/choose-workers.ts";

const GB = 1024 ** 3;

test("more cores make more runs at a time", () => {
  expect(chooseWorkers(4, 64 * GB)).toBe(2 * chooseWorkers(2, 64 * GB));
  expect(chooseWorkers(2, 64 * GB)).toBeGreaterThan(2);
});

test("memory bounds them", () => {
  expect(chooseWorkers(64, 4 * GB)).toBe(5);
  expect(chooseWorkers(64, 8 * GB)).toBe(10);
});

test("one run is always made, however small the machine", () => {
  expect(chooseWorkers(1, 0)).toBe(1);
  expect(chooseWorkers(1, 100_000_000)).toBe(1);
});
