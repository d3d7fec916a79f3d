import path from "node:path";
import { listFiles } from "../../disk/list-files.ts";

/** Projects whose tests look at the built site; `needsSite` is the folder of their files. */
const ON_SITE: Readonly<Record<string, string>> = {
  sites: "tests/sites/",
  browser: "tests/browser/",
};
/** Projects of `npm test -- <options>`, all that `npm test` runs. */
export const PROJECTS = ["unit", "lab", "sites", "browser"] as const;

/** What somebody asked Vitest for, and what that needs. */
export interface ChosenTests {
  readonly projects: readonly string[];
  /** Whether some of the tests look at the built site. */
  readonly isSiteNeeded: boolean;
  readonly isBrowserNeeded: boolean;
}

/**
 * Which tests the options for Vitest choose: `tests/report`, `--project unit`, `-t words`. A path is any part of a file's
 * path, as Vitest takes it.
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
