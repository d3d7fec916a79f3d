import { expect, test } from "vitest";
import { isAsked, isNamed, type Wish } from "../../../src/lab/verify/wish.ts";

const wish = (some: Partial<Wish> = {}): Wish => ({
  filters: [],
  isAll: false,
  isNative: false,
  isLong: false,
  isOneOfEachKind: false,
  ...some,
});
const plain = { native: false, long: false };
const native = { native: true, long: false };
const long = { native: false, long: true };
const ID = "clients/fence-confluent";

test("what is stale is run, and nothing else without a word", () => {
  expect([plain, native].map((needs) => isAsked(ID, wish(), true, needs))).toEqual([true, true]);
  expect([plain, native].map((needs) => isAsked(ID, wish(), false, needs))).toEqual([false, false]);
});

test("all are run but those of a native client, which a word of its own asks for", () => {
  const all = wish({ isAll: true });
  expect([plain, native].map((needs) => isAsked(ID, all, false, needs))).toEqual([true, false]);
  const only = wish({ isNative: true });
  expect([plain, native].map((needs) => isAsked(ID, only, false, needs))).toEqual([false, true]);
});

test("a part of an id builds no native client, the whole id does", () => {
  const asked = (filter: string) => isAsked(ID, wish({ filters: [filter] }), false, native);
  expect(["fence", "confluent", ID, `=${ID}`].map(asked)).toEqual([false, false, true, true]);
  expect(isAsked("clients/fence-kafkajs", wish({ filters: ["fence"] }), false, plain)).toBe(true);
});

test("what takes minutes is run by a word of its own, by its whole id, or when it is stale", () => {
  const isRun = (some: Partial<Wish>, isStale = false) =>
    isAsked("proxies/long", wish(some), isStale, long);
  expect([{}, { isAll: true }, { isNative: true }].map((it) => isRun(it))).toEqual([
    false,
    false,
    false,
  ]);
  expect(isRun({ isLong: true })).toBe(true);
  expect(isRun({}, true)).toBe(true);
  expect(["long", "proxies/long"].map((it) => isRun({ filters: [it] }))).toEqual([false, true]);
  const both = { native: true, long: true };
  expect(isAsked(ID, wish({ isLong: true }), false, both)).toBe(false);
  expect(isAsked(ID, wish({ isLong: true, isNative: true }), false, both)).toBe(true);
});

test("a name is a part of an id; without one all are named", () => {
  expect(isNamed(ID, wish({ filters: ["kafkajs", "confluent"] }))).toBe(true);
  expect(isNamed("clients/fence-kafkajs", wish({ filters: ["confluent"] }))).toBe(false);
  expect(isNamed("clients/fence-kafkajs", wish())).toBe(true);
});

test("with = a name is a whole id", () => {
  const exact = wish({ filters: ["=guaranteed-delivery/publish"] });
  expect(isNamed("guaranteed-delivery/publish", exact)).toBe(true);
  expect(isNamed("guaranteed-delivery/publish-kafkajs", exact)).toBe(false);
});
