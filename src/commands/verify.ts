// `npm run verify [-- filter …]`: runs samples for real and compares with their receipts.
import { parseArgs } from "node:util";
import { checkFacts } from "../facts/check-facts.ts";
import { findBrokerSource } from "../lab/broker/source.ts";
import { findJavaSource } from "../lab/java/source.ts";
import { howToGetJava } from "../lab/broker/how-to-get-java.ts";
import { openGuard } from "../lab/processes/guard.ts";
import type { VerifiedRun } from "../lab/repeat-run.ts";
import { type Verification, verifySamples } from "../lab/verify.ts";
import { checkSite, SAMPLES_FOLDER } from "../samples/index.ts";
import { formatIssues } from "../report/terminal.ts";
import { exitOnSignals } from "./exit-on-signals.ts";
import { installJava } from "./install-java.ts";
import { isCi } from "./is-ci.ts";

/** What a machine may lack, in the words of what is not run there. */
const NEEDS = {
  broker: "a Kafka broker of the lab's own, and none can be started here",
  java: "a JDK with Kafka's jars, which is not here",
};

exitOnSignals();
const root = process.cwd();
const { values, positionals } = readOptions();

const site = await checkSite(root, { lint: false });
// Stale receipts are why one comes here, and what is wrong on a page changes no run.
const issues = site.issues.filter(
  ({ slug, file }) => file.startsWith(`${SAMPLES_FOLDER}/`) && !slug.endsWith("-receipt"),
);
if (issues.length > 0) {
  console.error(formatIssues(issues));
  process.exit(1);
}

const startedAt = performance.now();
const guard = openGuard();
const verification = await verifySamples(
  root,
  site.samples,
  {
    filters: positionals,
    isAll: values.all,
    isUpdate: values.update,
    repeat: readCount("repeat", values.repeat),
    isTapped: !values["no-tap"],
    workers: readCount("workers", values.workers),
  },
  { guard, source: findBrokers, java: findJavas },
  printRun,
);
guard.close();
const isAgreed = summarise(verification);
const areFactsTrue = await compareFacts(verification);
process.exitCode = isAgreed && areFactsTrue ? 0 : 1;

function readOptions() {
  const options = {
    all: { type: "boolean", default: false },
    update: { type: "boolean", default: false },
    repeat: { type: "string", default: "1" },
    workers: { type: "string", default: "3" },
    "no-tap": { type: "boolean", default: false },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(
      `unknown-option  ${error instanceof Error ? error.message : String(error)}\n` +
        "  Type: npm run verify -- [part of a sample's id …] [--all] [--update] [--repeat n] [--no-tap] [--workers n]",
    );
    process.exit(2);
  }
}

function readCount(name: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  console.error(`bad-option  --${name} ${value}\n  It takes a number from 1: --${name} 3`);
  process.exit(2);
}

async function findBrokers() {
  const source = await findBrokerSource();
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findBrokerSource();
}

async function findJavas(isTested: boolean) {
  const source = await findJavaSource(isTested);
  if (source.kind !== "none" || !installJava(process.env)) return source;
  return findJavaSource(isTested);
}

function printRun(id: string, { name, made, agreed, durationMs, counts, problems }: VerifiedRun) {
  const what = name === "nothing" ? id : `${id}  ${name}`;
  const times = made === 1 ? "" : `  ${agreed} of ${made}`;
  const counted = Object.entries(counts).map(([word, n]) => `${n} ${word}`);
  console.log(
    `${problems.length === 0 ? "agrees " : "DIFFERS"}  ${(durationMs / 1_000).toFixed(1).padStart(5)} s${times}  ${what}` +
      (counted.length === 0 ? "" : `  (${counted.join(", ")})`),
  );
  for (const problem of problems)
    console.log(`         ${problem.replaceAll("\n", "\n         ")}`);
}

/** Says what was done, and returns whether all is well. */
function summarise({ subjects, fresh, notRun }: Verification): boolean {
  const runs = subjects.flatMap((it) => it.runs);
  const bad = subjects.filter((it) => it.runs.some(({ problems }) => problems.length > 0));
  const written = subjects.filter(({ isWritten }) => isWritten);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  if (positionals.length > 0 && subjects.length + notRun.length === 0) {
    console.error(
      `no-such-sample  No program's id has "${positionals.join('" or "')}" in it.\n  See content/samples.`,
    );
    return false;
  }
  console.log(
    `\n${subjects.length} samples, ${runs.length} runs in ${seconds} s: ${subjects.length - bad.length} agree, ${bad.length} differ; ` +
      `${fresh.length} receipts are fresh and were not asked for` +
      (values.update ? `; ${written.length} receipts written` : ""),
  );
  const fileOf = new Map(site.samples.map(({ id, file }) => [id, file]));
  for (const { id } of bad) console.error(`stale-receipt  ${fileOf.get(id) ?? id}`);
  const [first] = bad;
  if (first !== undefined) {
    console.error(
      `  What is recorded is not what happens now. If what happens is meant, type: npm run verify -- ${first.id} --update`,
    );
  }
  for (const [needs, ids] of Map.groupBy(notRun, (it) => it.needs)) {
    console.error(
      `\nNOT RE-RUN  ${ids.length} samples need ${NEEDS[needs]}:\n` +
        ids.map(({ id }) => `  ${id}\n`).join("") +
        `  ${howToGetJava()}`,
    );
  }
  return bad.length === 0 && (notRun.length === 0 || !isCi);
}

/** Compares what is written down as a fact with what has been seen: just now, or in the records. */
async function compareFacts({ subjects }: Verification): Promise<boolean> {
  const made = new Map(subjects.flatMap(({ id, made: runs }) => (runs ? [[id, runs]] : [])));
  const { book, issues: found } = await checkFacts(root, site, made);
  const differing = found.filter(({ slug }) => slug === "fact-differs" || slug === "unknown-proof");
  const proven = [...book.facts.values()].filter(({ rung }) => rung === "executed");
  if (differing.length > 0) console.error(`\n${formatIssues(differing)}`);
  console.log(`${proven.length} facts rest on a run: ${differing.length} differ from it`);
  return differing.length === 0;
}
