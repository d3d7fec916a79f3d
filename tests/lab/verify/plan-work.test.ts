import { beforeAll, expect, test } from "vitest";
import { checkSite } from "../../../src/check/index.ts";
import { findSubjects } from "../../../src/lab/find-scenarios.ts";
import { findNeeds } from "../../../src/lab/needs.ts";
import {
  chooseWork,
  isFaulty,
  listWork,
  longestFirst,
  type Work,
} from "../../../src/lab/verify/plan-work.ts";
import { besideOf } from "../../../src/lab/write-receipt.ts";
import { isOnDemand, PARTS, type Wish } from "../../../src/lab/verify/wish.ts";
import type { Receipt } from "../../../src/receipts/receipt.ts";
import { readReceipts } from "../../../src/receipts/read-receipts.ts";
import { project } from "../../sites/lay-out-site.ts";

const KINDS: Wish = {
  filters: [],
  isAll: false,
  isNative: false,
  isLong: false,
  isOneOfEachKind: true,
};
let work: readonly Work[];
let receipts: ReadonlyMap<string, Receipt>;
beforeAll(async () => {
  const { samples } = await checkSite(project, { lint: false });
  const subjects = await findSubjects(project, samples);
  work = listWork(
    subjects.map((it) => ({ ...it, needs: findNeeds(it, samples) })),
    KINDS,
  );
  ({ receipts } = await readReceipts(project));
}, 120_000);
const choose = (wish: Partial<Wish>): readonly Work[] =>
  chooseWork(work, { ...KINDS, ...wish }, receipts, () => false);

test("each record says what its scenario brings beside the programs", () => {
  const subjects = [...new Set(work.map(({ subject }) => subject))];
  const wrong = subjects.filter((subject) => {
    const { beside } = receipts.get(subject.sample.id)?.recorded ?? {};
    return JSON.stringify(beside) !== JSON.stringify(besideOf(subject).beside);
  });
  expect(wrong.map(({ sample }) => sample.id)).toEqual([]);
  expect(subjects.some((it) => besideOf(it).beside?.database !== undefined)).toBe(true);
});

test("of each kind one run, and all that needs no broker, is a small part of all runs", () => {
  const chosen = choose({});
  const quiet = work.filter(
    ({ subject: { needs, scenario } }) =>
      !needs.broker && !isOnDemand(needs) && scenario.proxies === undefined,
  );
  expect(quiet.filter((it) => !chosen.includes(it))).toEqual([]);
  expect(chosen.filter(isFaulty).length).toBeGreaterThan(5);
  const onLog = (all: readonly Work[]) => all.filter(({ subject }) => subject.needs.broker).length;
  expect(onLog(chosen)).toBeLessThan(onLog(work) / 4);
  expect(chosen.some(({ subject }) => isOnDemand(subject.needs))).toBe(false);
});

test("ten tenths are all runs but those on demand", () => {
  const made = new Set(Array.from({ length: PARTS }, (_, tenth) => choose({ tenth })).flat());
  const missing = work.filter((it) => !made.has(it) && !isOnDemand(it.subject.needs));
  expect(missing).toEqual([]);
  expect(made.size).toBeGreaterThan(choose({}).length);
});

test("a stale sample has all its runs made, whatever was asked for", () => {
  const [first] = work;
  const chosen = chooseWork(
    work,
    { ...KINDS, isOneOfEachKind: false },
    receipts,
    (subject) => subject === first?.subject,
  );
  expect(chosen).toEqual(work.filter(({ subject }) => subject === first?.subject));
});

test("what takes longest begins first, and what was never recorded before that", () => {
  const some = work.slice(0, 3);
  const [id = ""] = some.map(({ subject }) => subject.sample.id);
  const without = new Map([...receipts].filter(([of]) => of !== id));
  expect(longestFirst(some, without)[0]?.subject.sample.id).toBe(id);
});
