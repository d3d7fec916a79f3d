/**
 * `npm run check [-- --json] [-- --external]`: checks types, samples, facts, lint, format and links, and prints all
 * errors at once. It takes seconds without `--external`, which requests every linked source from the network.
 */
import { checkOwnSuppressions } from "../compile/own-suppressions.ts";
import { checkContent } from "../check/check-content.ts";
import { checkFormat } from "../check/own-code/format.ts";
import { lintOwnCode } from "../check/own-code/lint.ts";
import { syncTypes } from "../check/own-code/sync-types.ts";
import { checkOwnTypes } from "../check/own-code/types.ts";
import type { FactBook } from "../facts/fact.ts";
import { checkExternal } from "../links/check-external.ts";
import { listExternal } from "../links/list-external.ts";
import { exitWithFailure, explainFailure } from "../report/failure.mjs";
import { compareIssues } from "../report/issue.ts";
import { formatIssues } from "../report/terminal.ts";
import { type Counts, openSite } from "../check/index.ts";
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
  await syncTypes(root);
  // The check of the samples generates the stubs that tests import, so it runs before the project's own types are
  // checked.
  const open = openSite(root, { lint: true });
  const site = await checkContent(root, open).finally(open.close);
  const [format, lint] = await Promise.all([checkFormat(root), lintOwnCode(root)]);
  const ownTypes = checkOwnTypes(root);
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
