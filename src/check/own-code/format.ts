import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { openCleanList } from "../../cache/clean-list.ts";
import { hashOf } from "../../cache/closure.ts";
import { hashTools } from "../../cache/tools.ts";
import { splitList } from "../../compile/lint.ts";
import { listFiles } from "../../disk/list-files.ts";
import type { Issue } from "../../report/issue.ts";

/** Folders that `npm run format` formats too. */
const FOLDERS = ["src", "tests", "content"];
const FOREIGN = /(?:^|\/)(?:node_modules|target)\//;
/** Files whose change may change how everything else is formatted. */
const CONFIGURATION = [".prettierrc.json", ".prettierignore", ".gitignore", ".editorconfig"];

/** A file that Prettier cannot parse: `[error] src/a.ts: SyntaxError: Expression expected. (1:17)`. */
const UNREAD = /^\[error\] (\S.*?): (\w*Error: .*?)(?: \((\d+):(\d+)\))?$/gm;

/** Finds files that Prettier would write differently. Files with text known to be well formatted are skipped. */
export async function checkFormat(root: string): Promise<Issue[]> {
  const clean = openCleanList(root, "formatted", hashTools(root, ["cache"], CONFIGURATION));
  const keys = new Map(
    FOLDERS.flatMap((folder) =>
      listFiles(path.join(root, folder)).map((name) => `${folder}/${name}`),
    )
      .filter((file) => !FOREIGN.test(file))
      .map((file) => [file, hashOf([file, readFileSync(path.join(root, file), "utf8")])]),
  );
  const unknown = [...keys.keys()].filter((file) => !clean.has(keys.get(file)));
  const issues: Issue[] = [];
  for (const files of splitList(unknown)) issues.push(...(await runPrettier(root, files)));
  const wrong = new Set(issues.map(({ file }) => file));
  const isWhole = issues.every(({ file }) => keys.has(file));
  if (isWhole) for (const file of unknown) if (!wrong.has(file)) clean.add(keys.get(file));
  clean.save();
  return issues;
}

async function runPrettier(root: string, files: readonly string[]): Promise<Issue[]> {
  const packageFile = createRequire(import.meta.url).resolve("prettier/package.json");
  const program = path.join(path.dirname(packageFile), "bin", "prettier.cjs");
  const options = ["--list-different", "--ignore-unknown", "--no-error-on-unmatched-pattern"];
  const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [program, ...options, ...files],
      { cwd: root, maxBuffer: 1 << 28 },
      (_, out, err) => resolve({ stdout: out, stderr: err }),
    );
  });
  const issue = (file: string, message: string, line = 1, column = 1): Issue => ({
    slug: "format",
    file,
    line,
    column,
    message,
  });
  const unread = [...stderr.matchAll(UNREAD)].map(
    ([, file = "", why = "", line = "1", column = "1"]) =>
      issue(file, `It cannot be formatted: ${why}`, Number(line), Number(column)),
  );
  return [
    ...unread,
    // What names no file is a failure of Prettier itself.
    ...(unread.length === 0 && /^\[error\]/m.test(stderr)
      ? [issue("package.json", stderr.trim())]
      : []),
    ...stdout
      .split("\n")
      .filter((file) => file !== "")
      .map((file) => issue(file, "Not formatted. Type npm run format.")),
  ];
}
