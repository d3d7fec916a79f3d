import path from "node:path";
import { listFiles } from "../../disk/list-files.ts";

/** Project → folder of its tests, for the projects whose tests read the built site. */
const ON_SITE: Readonly<Record<string, string>> = {
  sites: "tests/sites/",
  browser: "tests/browser/",
};
/** The projects that `npm test` runs, with options or without. */
export const PROJECTS = ["unit", "lab", "sites", "browser"] as const;

/** The tests that Vitest's options choose, and what these tests need. */
export interface ChosenTests {
  /** Projects to pass to Vitest; empty where the options name some themselves. */
  readonly projects: readonly string[];
  /** Whether some of the tests read the built site. */
  readonly isSiteNeeded: boolean;
  readonly isBrowserNeeded: boolean;
}

/**
 * Works out which tests Vitest's options choose: `tests/report`, `--project unit`, `-t words`. A word without a hyphen
 * matches any part of a test file's path, as it does in Vitest.
 */
export function chooseTests(root: string, options: readonly string[]): ChosenTests {
  const asked = options.flatMap((option, index) => {
    const [, name] = /^--project(?:=(.*))?$/.exec(option) ?? [];
    return option.startsWith("--project") ? [name ?? options[index + 1] ?? ""] : [];
  });
  const isValue = (index: number): boolean =>
    /^(?:--project|-t|--testNamePattern)$/.test(options[index - 1] ?? "");
  const filters = options.filter((option, index) => !option.startsWith("-") && !isValue(index));
  const projects = asked.length > 0 ? asked : PROJECTS;
  const files = listFiles(path.join(root, "tests"))
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `tests/${file}`);
  const chosen = files.filter(
    (file) =>
      filters.length === 0 ||
      filters.some((filter) =>
        path.join(root, file).includes(filter.replace(/:\d+$/, "").replaceAll("\\", "/")),
      ),
  );
  const looksAt = (project: string): boolean =>
    projects.some((it) => it === project || it === "prove") &&
    chosen.some((file) => file.startsWith(ON_SITE[project] ?? ""));
  const isBrowserNeeded = looksAt("browser");
  return {
    projects: asked.length > 0 ? [] : PROJECTS,
    isSiteNeeded: isBrowserNeeded || looksAt("sites"),
    isBrowserNeeded,
  };
}
