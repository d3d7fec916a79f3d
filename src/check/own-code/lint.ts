import { openCleanList } from "../../cache/clean-list.ts";
import { lintModules } from "../../compile/lint.ts";
import type { Issue } from "../../report/issue.ts";
import { readOwnFiles } from "./own-files.ts";

/** Scenarios lie among the samples but belong to the lab, so they are linted here. */
const LINTED =
  /^(?:(?:src|tests)\/.*\.(?:[cm]?[jt]s|astro)|content\/samples\/.*\.scenario(?:-parts)?\.ts)$/;
const FIXTURES = /\/fixtures\//;

/** Lints the files of the site's own code that have changed, or import something that has, since they were clean. */
export async function lintOwnCode(root: string): Promise<Issue[]> {
  const { texts, hashes } = readOwnFiles(root, ["tsconfig.json", "src/compile/oxlint.json"]);
  const clean = openCleanList(root, "linted-code", "");
  const unknown = [...texts].flatMap(([file, text]) =>
    LINTED.test(file) && !FIXTURES.test(file) && !clean.has(hashes.get(file))
      ? [{ file, text, isFence: false }]
      : [],
  );
  const issues = await lintModules(root, unknown, "own");
  const wrong = new Set(issues.map(({ file }) => file));
  for (const { file } of unknown) if (!wrong.has(file)) clean.add(hashes.get(file));
  clean.save();
  return issues;
}
