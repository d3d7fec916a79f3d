import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../disk/list-files.ts";
import type { Issue } from "../report/issue.ts";
import { positionAt } from "../report/source-text.ts";
import { toIssue } from "./check-suppressions.ts";
import { findSuppressions, type Suppression } from "./suppressions.ts";

/** Folders of the site's own code. `content/samples` is one of them because of the scenarios. */
const FOLDERS = ["src", "tests", "content/samples"];
const OWN =
  /^(?:(?:src|tests)\/.*\.(?:ts|mjs|astro)|content\/samples\/.*\.scenario(?:-parts)?\.ts)$/;
const FIXTURES = /\/fixtures\//;

/** Finds suppressions in all of the site's own code. */
export function checkOwnSuppressions(root: string): Issue[] {
  return FOLDERS.flatMap((folder) =>
    listFiles(path.join(root, folder)).map((file) => `${folder}/${file}`),
  )
    .filter((file) => OWN.test(file) && !FIXTURES.test(file))
    .flatMap((file) => checkOwnFile(file, readFileSync(path.join(root, file), "utf8")));
}

/**
 * Finds suppressions in a file of the site's own code, where linters and the formatter may be switched off with a
 * reason.
 */
export function checkOwnFile(file: string, text: string): Issue[] {
  const found = file.endsWith(".astro") ? findInAstro(text) : findSuppressions(text, "ts");
  return found.flatMap((it) => {
    const mayStay = it.of === "linter" || it.of === "formatter";
    if (mayStay && it.hasReason) return [];
    const issue = toIssue(it, { file, ...positionAt(text, it.start) });
    const reason = 'Or say why it must stay, in a comment right above it or behind " -- ".';
    return [mayStay ? { ...issue, message: `${issue.message}\n${reason}` } : issue];
  });
}

/**
 * Finds suppressions in an Astro file. Only parts of it are TypeScript, so every possible comment is read by itself.
 */
function findInAstro(text: string): Suppression[] {
  return [...text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g)].flatMap(
    ({ 0: written, index }) =>
      findSuppressions(written.replace(/^<!--/, "/*  ").replace(/-->$/, "*/ "), "ts").map((it) => ({
        ...it,
        start: index + it.start,
      })),
  );
}
