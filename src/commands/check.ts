/**
 * `npm run check [-- --json] [-- --external]`: types, samples, facts, lint, format, links. All errors at once; seconds, but
 * for `--external`, which asks the network for every source.
 */
import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { sync } from "astro";
import { checkOwnSuppressions } from "../compile/own-suppressions.ts";
import { checkContent } from "../check/check-content.ts";
import type { FactBook } from "../facts/fact.ts";
import { checkExternal } from "../links/check-external.ts";
import { listExternal } from "../links/list-external.ts";
import { exitWithFailure, explainFailure } from "../report/failure.mjs";
import { compareIssues, type Issue } from "../report/issue.ts";
import { formatIssues } from "../report/terminal.ts";
import { type Counts, openSite } from "../check/index.ts";
import { checkOwnTypes } from "./check-types.ts";
import { readOptions } from "./read-options.ts";

const root = process.cwd();
const { json: asJson, external: isExternal } = readFlags();

try {
  process.exitCode = await check();
} catch (error) {
  if (asJson) {
    const failure = error instanceof Error ? error.message : String(error);
    console.log(JSON.stringify({ issues: [], failure }, null, 2));
  } else console.error(explainFailure(error));
  process.exitCode = 1;
}

/** Checks everything and prints what was found. Returns the exit code. */
async function check(): Promise<number> {
  // Astro writes the types of `.astro` files; without them their imports mean nothing.
  await sync({ root, logLevel: "error" });
  // Tests import the stubs: on a fresh clone the check of the samples makes them first.
  const open = openSite(root, { lint: true });
  const site = await checkContent(root, open).finally(open.close);
  const [ownTypes, format, lint] = await Promise.all([
    checkOwnTypes(root),
    checkFormat(),
    lintOwnCode(),
  ]);
  const external = isExternal ? await checkExternal(listExternal(site)) : undefined;
  const issues = [
    ...site.issues,
    ...ownTypes,
    ...format,
    ...lint,
    ...checkOwnSuppressions(root),
    ...(external?.issues ?? []),
  ].sort(compareIssues);
  if (asJson) {
    console.log(JSON.stringify({ issues, counts: site.counts }, null, 2));
  } else {
    if (issues.length > 0) console.error(`${formatIssues(issues)}\n`);
    console.log(describeCounts(site.counts));
    console.log(describeFacts(site.facts));
    if (external?.skipped !== undefined)
      console.error(
        `\nNOT CHECKED  links to other sites: there is no network (${external.skipped}).`,
      );
    else if (external !== undefined) console.log(`${external.asked} documents of others asked for`);
  }
  return issues.length > 0 ? 1 : 0;
}

function readFlags(): { readonly json: boolean; readonly external: boolean } {
  try {
    const flag = { type: "boolean", default: false } as const;
    return readOptions({ command: "npm run check", options: { json: flag, external: flag } })
      .values;
  } catch (error) {
    return exitWithFailure(error);
  }
}

function describeCounts(counts: Counts): string {
  const lines = [
    `${counts.pages} pages: ${counts.fences} fences and ${counts.excerpts} excerpts compiled, ${counts.expectedErrors} of them or of the files wrong on purpose`,
    `${counts.files} sample files compiled and linted, ${counts.programs} of them programs`,
    `${counts.executed} samples with a recorded run that is still true, ${counts.faults} runs with a fault, ${counts.counterfactuals} without the line that helps`,
    `${counts.notRun.length} programs not run${counts.notRun.length > 0 ? ":" : ""}`,
    ...counts.notRun.map(({ file, reason }) => `  ${file}  ${reason}`),
    `${counts.unproven.length} blocks not proven${counts.unproven.length > 0 ? ":" : ""}`,
    ...counts.unproven.map(
      ({ file, line, language, reason }) => `  ${file}:${line}  ${language}: ${reason}`,
    ),
  ];
  return lines.join("\n");
}

function describeFacts({ facts, sources }: FactBook): string {
  const rungs = Map.groupBy(facts.values(), ({ rung }) => rung);
  const counted = (["executed", "cited", "opinion"] as const).map(
    (rung) => `${rungs.get(rung)?.length ?? 0} ${rung}`,
  );
  return `${facts.size} facts: ${counted.join(", ")}; ${sources.size} sources`;
}

async function checkFormat(): Promise<Issue[]> {
  const { stdout, stderr } = await runTool("prettier", "bin/prettier.cjs", [
    "--list-different",
    "src",
    "tests",
    "content",
  ]);
  const broken = /^\[error\]/m.test(stderr)
    ? [
        {
          slug: "format" as const,
          file: "package.json",
          line: 1,
          column: 1,
          message: stderr.trim(),
        },
      ]
    : [];
  const different = stdout.split("\n").filter((file) => file !== "");
  return [
    ...broken,
    ...different.map((file) => ({
      slug: "format" as const,
      file,
      line: 1,
      column: 1,
      message: "Not formatted. Type npm run format.",
    })),
  ];
}

async function lintOwnCode(): Promise<Issue[]> {
  const config = path.join(root, "src", "compile", "oxlint.json");
  const args = [
    "--type-aware",
    "--config",
    config,
    "--ignore-pattern",
    "**/fixtures/**",
    "--format",
    "json",
    "src",
    "tests",
    ...globSync("content/samples/**/*.scenario*.ts", { cwd: root }),
  ];
  const { stdout, stderr } = await runTool("oxlint", "bin/oxlint", args);
  let output: {
    diagnostics: {
      message: string;
      code: string;
      filename: string;
      labels: { span: { line: number; column: number } }[];
    }[];
  };
  try {
    output = JSON.parse(stdout.slice(stdout.indexOf("{"))) as typeof output;
  } catch (cause) {
    throw new Error(`The linter failed: ${stderr || stdout}`, { cause });
  }
  return output.diagnostics.map(({ message, code, filename, labels }) => {
    const { line = 1, column = 1 } = labels[0]?.span ?? {};
    return { slug: "lint" as const, file: filename, line, column, code, message };
  });
}

function runTool(
  name: string,
  program: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> {
  const packageFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return new Promise((resolve) => {
    const command = [path.join(path.dirname(packageFile), program), ...args];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}
