import { beforeAll, describe, expect, test } from "vitest";
import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  describeFault,
  FAULT_KINDS,
  isFault,
  OTHER_KINDS,
  type PlannedRun,
  standIns,
} from "../../src/lab/fault-kinds.ts";
import type { Scenario } from "../../src/lab/scenario.ts";
import { project } from "../sites/lay-out-site.ts";

const GROUP = "members join and leave a group";
const samples = path.join(project, "content", "samples");
const files = globSync("**/*.scenario.ts", { cwd: samples }).sort();
const byItself: Scenario = {
  story: "",
  programs: {},
  over: () => true,
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
};
let runs: readonly { readonly request: PlannedRun }[] = [];
beforeAll(async () => {
  const planned = files.map(async (file) => {
    const module: { readonly default: Scenario } = await import(
      pathToFileURL(path.join(samples, file)).href
    );
    const { default: scenario } = module;
    const subject = { sample: { id: file }, scenario };
    return [
      ...Object.keys(scenario.heldPoints).map((at) => ({ subject, at, isWithout: false })),
      ...(scenario.without === undefined
        ? []
        : [{ subject, at: scenario.without.fails.at, isWithout: true }]),
    ];
  });
  runs = (await Promise.all(planned)).flat().map((request) => ({ request }));
});

test("every run with a fault is of a kind in the list", () => {
  const unlisted = runs.filter(({ request }) => {
    const fault = describeFault(request);
    return isFault(fault) && !Object.values(FAULT_KINDS).some((isOf) => isOf(fault));
  });
  expect(unlisted.map(({ request }) => `${request.subject.sample.id}: ${request.at}`)).toEqual([]);
  expect(runs.filter(({ request }) => isFault(describeFault(request))).length).toBeGreaterThan(30);
});

/** Programs without a scenario are not among the runs here. */
const kinds = Object.keys({ ...FAULT_KINDS, ...OTHER_KINDS }).filter((kind) => kind !== GROUP);
test.each(kinds)("some run stands for: %s", (kind) => {
  expect([...standIns(runs, () => 1).keys()]).toContain(kind);
});

test("a sample that is there stands for the members of a group", () => {
  const sample = { id: "kafka/rebalance" };
  const scenario = { ...byItself, programs: { rebalance: { file: "rebalance.ts" } } };
  const run = { request: { subject: { sample, scenario }, at: "nothing", isWithout: false } };
  expect([...standIns([run], () => 1).keys()]).toContain(GROUP);
  expect(existsSync(path.join(samples, `${sample.id}.ts`))).toBe(true);
});

describe("the run that stands for a kind", () => {
  test("is the shortest of that kind", () => {
    const wanted = runs.findLast(({ request }) => describeFault(request).point.cutBefore);
    const found = standIns(runs, (run) => (run === wanted ? 1 : 2));
    expect(found.get("connections are cut before an answer")).toBe(wanted);
  });

  test("is of no kind when nothing is done to it", () => {
    const quiet = runs.filter(({ request }) => !isFault(describeFault(request)));
    expect(quiet.length).toBeGreaterThan(5);
    const found = [...standIns(quiet, () => 1).keys()];
    expect(found.filter((kind) => kind in FAULT_KINDS)).toEqual([]);
  });
});
