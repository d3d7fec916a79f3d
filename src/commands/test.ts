// `npm test`: every check that CI makes, in the order in which they fail fastest. Options go to
// Vitest: `npm test -- tests/search` or `npm test -- --project unit`.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../install/browser.ts";
import { type Ending, exitLike, runToEnd } from "../install/child.mjs";
import { nameCacheFolder } from "../lab/jvm/jars.ts";
import { howToGetBrowser, installBrowser } from "../install/install-browser.ts";
import { isCi } from "./is-ci.ts";
import { type TestCounts, countTests, formatCounts } from "./test-counts.ts";

const root = process.cwd();
const site = join(root, ".cache", "test-site");
const jars = nameCacheFolder(process.env);
const notes: string[] = [];
let failedSteps = 0;

// An earlier run's site must not stand in for one that cannot be built now.
rmSync(site, { recursive: true, force: true });
const isChecked = await runStep("check", ["check.ts"]);
const isBuilt = await runStep("build", ["build.ts", site]);
// Every recorded run is made again, unless only some tests were asked for. What needs a broker and
// has none is said there; in CI it fails.
const isWhole = process.argv.length === 2;
const isVerified = !isWhole || (isChecked && (await runStep("verify", ["verify.ts", "--all"])));
const browser = isBuilt ? lookForBrowser() : undefined;
const counts = await runTests();

for (const note of notes) console.error(`\n${note}`);
console.log(`\n${formatCounts({ ...counts, failed: counts.failed + failedSteps })}`);
process.exit(isChecked && isBuilt && isVerified && counts.failed + failedSteps === 0 ? 0 : 1);

/** Runs one of the commands beside this file; a step that fails counts as one failed test. */
async function runStep(name: string, [script = "", ...options]: readonly string[]) {
  console.log(`\n> ${name}`);
  const path = join(import.meta.dirname, script);
  const ending = await runToEnd(process.execPath, [...process.execArgv, path, ...options]);
  if (isStopped(ending)) await exitLike(ending);
  if (ending.code === 0) return true;
  failedSteps += 1;
  notes.push(`FAILED  ${name} (its messages are above).`);
  return false;
}

function lookForBrowser(): string | undefined {
  const found = findBrowser() ?? installBrowser(root, process.env);
  if (found !== undefined) return found;
  // Elsewhere a missing browser is an inconvenience; in CI it would hide what nobody tested.
  if (isCi) failedSteps += 1;
  notes.push(`NOT RUN  tests/browser: no Chromium on this machine.\n  ${howToGetBrowser()}`);
  return undefined;
}

/** The browser tests need a site and a browser; the others bring what they need. */
async function runTests(): Promise<TestCounts> {
  const projects = ["unit", "lab", "sites", ...(browser === undefined ? [] : ["browser"])];
  if (!isBuilt) notes.push("NOT RUN  tests/browser: the site was not built.");
  console.log(`\n> tests: ${projects.join(", ")}`);

  const report = join(root, ".cache", "test-report.json");
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const given = process.argv.slice(2);
  const chosen = given.some((option) => option.startsWith("--project")) ? [] : projects;
  const ending = await runToEnd(
    process.execPath,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...chosen.map((project) => `--project=${project}`),
      ...given,
    ],
    {
      env: {
        ...process.env,
        WL_SITE: site,
        ...(existsSync(jars) ? { WL_KAFKA_JARS: jars } : {}),
        ...(browser === undefined ? {} : { WL_CHROMIUM: browser }),
      },
    },
  );
  if (isStopped(ending)) await exitLike(ending);
  return countTests(readReport(report), ending.code === 0);
}

/** Somebody pressed Ctrl-C: the codes are a shell's for SIGINT and SIGTERM. */
function isStopped({ code, signal }: Ending): boolean {
  return signal !== null || code === 130 || code === 143;
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
