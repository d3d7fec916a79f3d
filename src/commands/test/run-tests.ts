import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { nameCacheFolder } from "../../lab/jvm/jars.ts";
import { runNode } from "./run-step.ts";
import { type TestCounts, countTests } from "./test-counts.ts";

/** What tests get through environment variables. */
export interface TestPlace {
  readonly root: string;
  /** The folder of the built site. */
  readonly site: string;
  /** Path of a Chromium; `undefined` where there is none. */
  readonly browser: string | undefined;
}

/**
 * Runs projects of `vitest.config.ts`, and counts their tests.
 *
 * @param name name of the step; steps that run at the same time need different names
 * @param options options for Vitest: paths, `-t words`
 */
export async function runTests(
  name: string,
  projects: readonly string[],
  { root, site, browser }: TestPlace,
  options: readonly string[] = [],
): Promise<TestCounts> {
  const report = path.join(root, ".cache", `test-report-${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const jars = nameCacheFolder(process.env);
  const { code } = await runNode(
    name,
    [
      path.join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...projects.map((project) => `--project=${project}`),
      ...options,
    ],
    {
      ...process.env,
      // Vitest writes into a pipe of ours and cannot know whether a terminal or a file stands behind it.
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
      WL_SITE: site,
      ...(existsSync(jars) ? { WL_KAFKA_JARS: jars } : {}),
      ...(browser === undefined ? {} : { WL_CHROMIUM: browser }),
    },
  );
  return countTests(readReport(report), code === 0);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
