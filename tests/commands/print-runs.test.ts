import { expect, test, vi } from "vitest";
import { printSummary } from "../../src/commands/verify/print-runs.ts";
import type { Verification, VerifyOptions } from "../../src/lab/verify.ts";

const verification = (leftOut: Partial<Verification["leftOut"]>): Verification => ({
  subjects: [],
  fresh: [],
  notRun: [],
  whyNot: { browser: "", java: "", database: "", native: "", proxy: "" },
  leftOut: { native: [], long: [], ...leftOut },
  faults: 0,
  counterfactuals: 0,
  versions: {},
});
const all: VerifyOptions = {
  ...{ filters: [], isAll: true, isNative: false, isLong: false, isOneOfEachKind: false },
  ...{ isUpdate: false, repeat: 1, isTapped: true, workers: 1 },
};

function printed(leftOut: Partial<Verification["leftOut"]>, asked: Partial<VerifyOptions>) {
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  const options = { ...all, ...asked, samples: [], seconds: 0 };
  const isAgreed = printSummary(verification(leftOut), options);
  const lines = log.mock.calls.flat();
  log.mockRestore();
  return { isAgreed, lines: lines.slice(1) };
}

test("long runs that were left out are one line, and nothing is wrong", () => {
  expect(printed({ long: ["proxies/a", "proxies/b"] }, {})).toEqual({
    isAgreed: true,
    lines: [
      "2 of these are long: each of their runs takes minutes. To run them, type: npm run verify -- --long",
    ],
  });
});

test("a filter that names only a sample on demand is no unknown name", () => {
  const asked = { isAll: false, filters: ["silent"] };
  expect(printed({ long: ["proxies/silent"] }, asked)).toEqual({
    isAgreed: true,
    lines: [
      "1 of these is long: each of its runs takes minutes. To run it, type: npm run verify -- silent --long",
    ],
  });
});

test("a run of one of each kind says nothing of what is run on demand", () => {
  const asked = { isAll: false, isOneOfEachKind: true };
  expect(printed({ long: ["a"], native: ["b"] }, asked).lines).toEqual([]);
});
