/**
 * `npm test`: runs every check that CI runs. Runs of samples that it leaves out are made by `npm run prove`, which must
 * have succeeded since the lab last changed. `npm test -- tests/search`, `npm test -- --project unit`: runs only the
 * tests that these options of Vitest choose.
 */
import { rmSync } from "node:fs";
import path from "node:path";
import { requireProof } from "../proof/proof.ts";
import { exitWithFailure } from "../report/failure.mjs";
import { isCi } from "./is-ci.ts";
import { chooseTenth } from "./test/choose-tenth.ts";
import { chooseTests } from "./test/choose-tests.ts";
import { runStep } from "./test/run-step.ts";
import { runTests, type TestPlace } from "./test/run-tests.ts";
import { addCounts, formatCounts, NO_TESTS, type TestCounts } from "./test/test-counts.ts";

const root = process.cwd();
const site = path.join(root, ".cache", "test-site");
const given = process.argv.slice(2);
/** Messages about what failed or was not run, printed again at the end. */
const notes: string[] = [];

const counts = await (given.length === 0 ? testAll() : testSome()).catch(exitWithFailure);
for (const note of notes) console.error(`\n${note}`);
console.log(`\n${formatCounts(counts)}`);
process.exit(counts.failed === 0 ? 0 : 1);

/** Makes every step of `npm test`: proof key, check, runs, tests, the built site, the browser. */
async function testAll(): Promise<TestCounts> {
  requireProof(root);
  // The check generates the stubs and types that the other steps read, and an error in it would fail them all.
  if (!(await runStep("check", "check.ts", []))) return fail("check");
  const place = { root, site, browser: undefined };
  // One after the other: each keeps all cores busy, and what a busy machine does late looks like a fault.
  const runs = await verifySome();
  const quick = await runTests("tests", ["unit", "lab"], place);
  const onSite = await buildAndTest(place);
  return addCounts(runs, quick, onSite, await testInBrowser(onSite.isBuilt));
}

/** Makes the runs without a broker and one run of each kind; in CI also a tenth of all runs, chosen by the commit. */
async function verifySome(): Promise<TestCounts> {
  const chosen = isCi ? chooseTenth(root) : undefined;
  if (chosen !== undefined) {
    console.log(`Of all runs, tenth ${chosen.tenth} of 0 to 9 is made too: ${chosen.why}.`);
  }
  const tenth = chosen === undefined ? [] : ["--tenth", String(chosen.tenth)];
  return (await runStep("verify", "verify.ts", ["--kinds", ...tenth])) ? NO_TESTS : fail("verify");
}

async function build(): Promise<boolean> {
  // Removed first: when the build fails, tests must not read the site of an earlier build.
  rmSync(site, { recursive: true, force: true });
  return runStep("build", "build.ts", [site]);
}

async function buildAndTest(place: TestPlace): Promise<TestCounts & { readonly isBuilt: boolean }> {
  if (!(await build())) return { ...fail("build"), isBuilt: false };
  return { ...(await runTests("sites", ["sites"], place)), isBuilt: true };
}

async function testInBrowser(isBuilt: boolean): Promise<TestCounts> {
  if (!isBuilt) {
    notes.push("NOT RUN  tests/browser: the site was not built.");
    return NO_TESTS;
  }
  const found = await lookForBrowser();
  if (found.browser !== undefined)
    return runTests("browser", ["browser"], { root, site, ...found });
  notes.push(found.note);
  // A missing browser fails the tests in CI only, where a skipped test would go unnoticed.
  return isCi ? { ...NO_TESTS, failed: 1 } : NO_TESTS;
}

/** Imports the module only when a browser is needed: loading Playwright takes longer than most tests. */
async function lookForBrowser() {
  const { findChromium } = await import("./test/find-chromium.ts");
  return findChromium(root);
}

/** Runs the tests that Vitest's options choose, without the check and the proof; builds the site if they read it. */
async function testSome(): Promise<TestCounts> {
  const { projects, isSiteNeeded, isBrowserNeeded } = chooseTests(root, given);
  if (isSiteNeeded && !(await build())) return fail("build");
  const found = isBrowserNeeded ? await lookForBrowser() : { browser: undefined };
  if ("note" in found) notes.push(found.note);
  const without = isBrowserNeeded && found.browser === undefined ? ["browser"] : [];
  const chosen = projects.filter((it) => !without.includes(it));
  return runTests("tests", chosen, { root, site, browser: found.browser }, given);
}

/** Counts a step that failed as one failed test. */
function fail(step: string): TestCounts {
  notes.push(`FAILED  ${step} (its messages are above).`);
  return { ...NO_TESTS, failed: 1 };
}
