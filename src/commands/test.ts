/**
 * `npm test`: every check that CI makes. What is left of the proof stands in `npm run prove`, which must have been made
 * since the lab changed. `npm test -- tests/search`, `npm test -- --project unit`: those tests alone, by Vitest's options.
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
/** What was not run or failed, said again at the end. */
const notes: string[] = [];

const counts = await (given.length === 0 ? testAll() : testSome()).catch(exitWithFailure);
for (const note of notes) console.error(`\n${note}`);
console.log(`\n${formatCounts(counts)}`);
process.exit(counts.failed === 0 ? 0 : 1);

/** What waits overlaps with what computes; the browser is alone, since its timing means something. */
async function testAll(): Promise<TestCounts> {
  requireProof(root);
  // It makes what the others read: stubs, types. And what is wrong there fails everything else too.
  if (!(await runStep("check", "check.ts", []))) return fail("check");
  const place = { root, site, browser: undefined };
  const [runs, quick, onSite] = await Promise.all([
    verifySome(),
    runTests("tests", ["unit", "lab"], place),
    buildAndTest(place),
  ]);
  return addCounts(runs, quick, onSite, await testInBrowser(onSite.isBuilt));
}

/** Everything without a broker and one run of each kind; in CI also a tenth of all, by the commit. */
async function verifySome(): Promise<TestCounts> {
  const chosen = isCi ? chooseTenth(root) : undefined;
  if (chosen !== undefined) {
    console.log(`Of all runs, tenth ${chosen.tenth} of 0 to 9 is made too: ${chosen.why}.`);
  }
  const tenth = chosen === undefined ? [] : ["--tenth", String(chosen.tenth)];
  return (await runStep("verify", "verify.ts", ["--kinds", ...tenth])) ? NO_TESTS : fail("verify");
}

async function build(): Promise<boolean> {
  // An earlier run's site must not stand in for one that cannot be built now.
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
  // Elsewhere a missing browser is an inconvenience; in CI it would hide what nobody tested.
  return isCi ? { ...NO_TESTS, failed: 1 } : NO_TESTS;
}

/** Loaded only where it is needed: what drives a browser takes longer to load than most tests take. */
async function lookForBrowser() {
  const { findChromium } = await import("./test/find-chromium.ts");
  return findChromium(root);
}

/** Some tests, chosen by Vitest's own options. No check and no proof; a build where they look at the site. */
async function testSome(): Promise<TestCounts> {
  const { projects, isSiteNeeded, isBrowserNeeded } = chooseTests(root, given);
  if (isSiteNeeded && !(await build())) return fail("build");
  const found = isBrowserNeeded ? await lookForBrowser() : { browser: undefined };
  if ("note" in found) notes.push(found.note);
  const without = isBrowserNeeded && found.browser === undefined ? ["browser"] : [];
  const chosen = projects.filter((it) => !without.includes(it));
  return runTests("tests", chosen, { root, site, browser: found.browser }, given);
}

/** A step that fails counts as one failed test. */
function fail(step: string): TestCounts {
  notes.push(`FAILED  ${step} (its messages are above).`);
  return { ...NO_TESTS, failed: 1 };
}
