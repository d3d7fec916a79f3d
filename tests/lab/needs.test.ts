import { expect, test } from "vitest";
import { isAsked, isNamed, type Wish } from "../../src/lab/needs.ts";

const wish = (some: Partial<Wish> = {}): Wish => ({
  filters: [],
  isAll: false,
  isNative: false,
  ...some,
});
const plain = { native: false };
const native = { native: true };

test("what is stale is run, and nothing else without a word", () => {
  expect([plain, native].map((needs) => isAsked(wish(), true, needs))).toEqual([true, true]);
  expect([plain, native].map((needs) => isAsked(wish(), false, needs))).toEqual([false, false]);
});

test("all are run but those of a native client, which a word of its own or a name asks for", () => {
  const all = wish({ isAll: true });
  expect([plain, native].map((needs) => isAsked(all, false, needs))).toEqual([true, false]);
  const only = wish({ isNative: true });
  expect([plain, native].map((needs) => isAsked(only, false, needs))).toEqual([false, true]);
  const named = wish({ filters: ["confluent"] });
  expect(isAsked(named, false, native)).toBe(true);
});

test("a name is a part of an id; without one all are named", () => {
  expect(isNamed("clients/fence-confluent", wish({ filters: ["kafkajs", "confluent"] }))).toBe(
    true,
  );
  expect(isNamed("clients/fence-kafkajs", wish({ filters: ["confluent"] }))).toBe(false);
  expect(isNamed("clients/fence-kafkajs", wish())).toBe(true);
});
