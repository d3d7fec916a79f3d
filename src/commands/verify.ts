// `npm run verify [-- filter …]`: runs samples for real and compares with their receipts.
import { parseArgs } from "node:util";
import { checkFacts } from "../facts/check-facts.ts";
import { RECEIPT_SLUGS } from "../receipts/check-receipts.ts";
import { findBrokerSource } from "../lab/broker/source.ts";
import { findJavaSource } from "../lab/java/source.ts";
import { readOtherKafka } from "../lab/readings/other-kafka.ts";
import { howToGetJava } from "../lab/jvm/how-to-get-java.ts";
import { openGuard } from "../lab/processes/guard.ts";
import { findNativeSource } from "../lab/native/native-source.ts";
import type { VerifiedRun } from "../lab/run/repeat-run.ts";
import { type Verification, verifySamples } from "../lab/verify.ts";
import { checkSite, SAMPLES_FOLDER } from "../check/index.ts";
import { formatIssues } from "../report/terminal.ts";
import { exitOnSignals } from "./exit-on-signals.ts";
import { installJava } from "../install/install-java.ts";
import { isCi } from "./is-ci.ts";

/** What can be wrong between a fact and the run that proves it. */
const PROOF_SLUGS: ReadonlySet<string> = new Set([
  "fact-differs",
  "unknown-proof",
  "ambiguous-proof",
]);

exitOnSignals();
const root = process.cwd();
const { values, positionals } = readOptions();

const site = await checkSite(root, { lint: false });
// Stale receipts are why one comes here, and what is wrong on a page changes no run.
const issues = site.issues.filter(
  ({ slug, file }) => file.startsWith(`${SAMPLES_FOLDER}/`) && !RECEIPT_SLUGS.includes(slug),
);
if (issues.length > 0) {
  console.error(formatIssues(issues));
  process.exit(1);
}

const startedAt = performance.now();
const guard = openGuard();
if (values.kafka !== undefined) {
  await printOtherKafka(values.kafka);
  guard.close();
  process.exit();
}
const verification = await verifySamples(
  root,
  site.samples,
  {
    filters: positionals,
    isAll: values.all,
    isNative: values.native,
    isUpdate: values.update,
    repeat: readCount("repeat", values.repeat),
    isTapped: !values["no-tap"],
    workers: readCount("workers", values.workers),
  },
  { guard, source: findBrokers, java: findJavas, native: () => findNativeSource(root, guard) },
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
    native: { type: "boolean", default: false },
    "no-tap": { type: "boolean", default: false },
    kafka: { type: "string" },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(
      `unknown-option  ${error instanceof Error ? error.message : String(error)}\n` +
        "  Type: npm run verify -- [part of a sample's id …] [--all] [--native] [--update] [--repeat n] [--no-tap] [--workers n] [--kafka version]",
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

/** `--kafka 3.9.1`: what the readings say of another version; nothing is recorded. */
async function printOtherKafka(version: string): Promise<void> {
  if (!/^\d+\.\d+\.\d+$/.test(version) || values.update) {
    console.error(
      `bad-option  --kafka ${version}${values.update ? " --update" : ""}\n` +
        "  It takes a release, and records nothing: npm run verify -- --kafka 3.9.1",
    );
    process.exit(2);
  }
  const java = await findJavas(false);
  if (java.kind === "none") {
    console.error(`${java.why}.\n  ${howToGetJava()}`);
    process.exit(1);
  }
  const readings = await readOtherKafka(root, site.samples, positionals, version, {
    guard,
    tools: java,
  });
  for (const { id, changes } of readings) {
    const changed = changes.filter((it) => it.recorded !== undefined && it.other !== undefined);
    const onlyHere = changes.filter((it) => it.recorded === undefined);
    const onlyRecorded = changes.filter((it) => it.other === undefined);
    console.log(`${id}  ${changed.length} differ`);
    for (const { key, other, recorded } of changed) {
      console.log(`  ${key} = ${recorded}, and ${other} in ${version}`);
    }
    console.log(`${id}  ${onlyHere.length} have a default in ${version} alone`);
    for (const { key, other } of onlyHere) console.log(`  ${key} = ${other}`);
    console.log(`${id}  ${onlyRecorded.length} have none in ${version}, or are not there`);
    for (const { key, recorded } of onlyRecorded) console.log(`  ${key} = ${recorded}`);
  }
  if (readings.length === 0) {
    console.error("no-such-sample  No Java program that needs no broker has an id like that.");
    process.exitCode = 1;
  }
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
function summarise({ subjects, fresh, notRun, whyNot, leftOut }: Verification): boolean {
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
  if (values.all && leftOut.length > 0) {
    console.log(
      `${leftOut.length} of these are of a native client, which has to be built first. To run them, type: npm run verify -- --native`,
    );
  }
  const lacks = {
    broker: "need a Kafka broker of the lab's own, and none can be started here",
    java: `are in Java. ${whyNot.java}`,
    native: `import a native client.\n  ${whyNot.native}`,
  };
  for (const [needs, ids] of Map.groupBy(notRun, (it) => it.needs)) {
    console.error(
      `\nNOT RE-RUN  ${ids.length} samples ${lacks[needs]}:\n` +
        ids.map(({ id }) => `  ${id}\n`).join("") +
        (needs === "native" ? "" : `  ${howToGetJava()}`),
    );
  }
  return bad.length === 0 && (notRun.length === 0 || !isCi);
}

/** Compares what is written down as a fact with what has been seen: just now, or in the records. */
async function compareFacts({ subjects }: Verification): Promise<boolean> {
  const made = new Map(subjects.flatMap(({ id, made: runs }) => (runs ? [[id, runs]] : [])));
  const { book, issues: found } = await checkFacts(root, site, made);
  const differing = found.filter(({ slug }) => PROOF_SLUGS.has(slug));
  const proven = [...book.facts.values()].filter(({ rung }) => rung === "executed");
  if (differing.length > 0) console.error(`\n${formatIssues(differing)}`);
  console.log(`${proven.length} facts rest on a run: ${differing.length} differ from it`);
  return differing.length === 0;
}
