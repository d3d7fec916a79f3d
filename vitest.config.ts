import { availableParallelism } from "node:os";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

/** Tests that start real processes: commands, programs of the lab, Java. They wait more than they compute. */
const PROCESSES = [
  "tests/commands/{build,main,start,verify}.test.ts",
  "tests/lab/java/compile.test.ts",
  "tests/lab/processes/**/*.test.ts",
  "tests/lab/runs/**/*.test.ts",
  "tests/lab/strangers/{grpcurl,tshark}.test.ts",
];
/** Tests of `npm run prove` alone: real clusters of one broker and of three, minutes of them. */
const CLUSTERS = [
  "tests/lab/broker/class-archive.test.ts",
  "tests/lab/broker/cluster.test.ts",
  "tests/lab/strangers/kcat.test.ts",
];
/** Tests that try a few things in `npm test`, and all of them in `npm run prove` (tests/whole.ts). */
const MORE_IN_PROVE = [
  "tests/lab/runs/kill.test.ts",
  "tests/sites/deterministic.test.ts",
  "tests/sites/programs.test.ts",
  "tests/sites/projects.test.ts",
  "tests/sites/start-broker.test.ts",
];
const MORE_IN_PROVE_BROWSER = ["tests/browser/{axe,every-page}.test.ts"];
const NO_TESTS = ["**/fixtures/**", "**/node_modules/**"];
const WHOLE = { WL_WHOLE: "1" };
/** Several tests wait for processes at any time, so more files than cores can be open. */
const maxWorkers = availableParallelism() + 2;
/** A browser keeps a core busy. More of them are late, and what is late looks like a fault. */
const BROWSERS = Math.min(2, availableParallelism());
/** How long something that is waited for may take to become true: a busy machine is late. */
const PATIENCE = { poll: { timeout: 60_000 } };
/** For what hangs: nothing here takes as long, also beside other work. */
const tenMinutes = 600_000;

/** Files that look at all pages in turn, the longest of the browser's. */
const EVERY_PAGE = /browser.(?:axe|every-page)\.test\.ts$/;

/** The longest first, so that no worker is left with one of them: those that start processes, and those of all pages. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ project, moduleId }: TestSpecification): boolean =>
      project.name === "unit" || (project.name === "browser" && !EVERY_PAGE.test(moduleId));
    return (await super.sort(files)).sort((a, b) => Number(isShort(a)) - Number(isShort(b)));
  }
}

/**
 * `npm test` runs unit and lab, then sites, once the site is built, then browser. `npm run prove` runs prove and prove-browser. While working on code:
 * `npm test -- tests/search`, `npm test -- --project unit`.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          expect: PATIENCE,
          include: ["tests/**/*.test.ts"],
          exclude: [...NO_TESTS, ...PROCESSES, ...CLUSTERS, "tests/browser/**", "tests/sites/**"],
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "lab",
          expect: PATIENCE,
          include: PROCESSES,
          exclude: NO_TESTS,
          maxWorkers,
          testTimeout: tenMinutes,
          hookTimeout: tenMinutes,
        },
      },
      {
        // Mini-sites really built, and the site that was built (WL_SITE).
        test: {
          name: "sites",
          expect: PATIENCE,
          include: ["tests/sites/**/*.test.ts"],
          exclude: NO_TESTS,
          maxWorkers,
          testTimeout: tenMinutes,
          hookTimeout: tenMinutes,
        },
      },
      {
        // The built site (WL_SITE) in a Chromium (WL_CHROMIUM).
        test: {
          name: "browser",
          expect: PATIENCE,
          include: ["tests/browser/**/*.test.ts"],
          exclude: NO_TESTS,
          maxWorkers: BROWSERS,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "prove",
          expect: PATIENCE,
          include: [...CLUSTERS, ...MORE_IN_PROVE],
          env: WHOLE,
          maxWorkers,
          testTimeout: tenMinutes,
          hookTimeout: tenMinutes,
        },
      },
      {
        test: {
          name: "prove-browser",
          expect: PATIENCE,
          include: MORE_IN_PROVE_BROWSER,
          env: WHOLE,
          maxWorkers: BROWSERS,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
