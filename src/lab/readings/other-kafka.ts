import path from "node:path";
import { openHasher } from "../../receipts/inputs.ts";
import { readReceipts } from "../../receipts/read-receipts.ts";
import type { ComparedRun } from "../../receipts/receipt.ts";
import type { Sample } from "../../check/index.ts";
import { getOtherJars } from "../jvm/other-jars.ts";
import { findSubjects, NOTHING, type Subject } from "../find-scenarios.ts";
import type { Guard } from "../processes/guard.ts";
import { type RunContext, runScenario } from "../run/run-scenario.ts";
import { compareReadings, type ReadingChange } from "./compare-readings.ts";
import { isJava } from "../java/prepare.ts";
import type { JavaTools } from "../java/source.ts";
import { Failure } from "../../report/failure.mjs";

/** How the output of a reading differs from its receipt with another version of Kafka. */
export interface OtherReading {
  readonly id: string;
  readonly changes: readonly ReadingChange[];
}

/**
 * Runs the readings (programs in Java that print defaults and need no broker) with the jars of another version of
 * Kafka, and compares their output with the receipts. They are compiled with these jars too, since javac copies
 * constants from the jars that it compiles with. Writes no receipt.
 *
 * @throws Failure when the receipt of a reading is missing or stale, Maven cannot download that version, or a reading
 * does not compile or run with it
 */
export async function readOtherKafka(
  root: string,
  samples: readonly Sample[],
  filters: readonly string[],
  version: string,
  { guard, tools }: { readonly guard: Guard; readonly tools: JavaTools },
): Promise<readonly OtherReading[]> {
  const subjects = (await findSubjects(root, samples)).filter(
    (subject) =>
      isReading(subject) &&
      (filters.length === 0 || filters.some((filter) => subject.sample.id.includes(filter))),
  );
  if (subjects.length === 0) return [];
  const jars = await getOtherJars("java", version);
  const { receipts } = await readReceipts(root);
  const hash = openHasher(root, samples);
  const context: RunContext = {
    root,
    guard,
    methods: new Map(),
    isTapped: false,
    browser: { kind: "none", why: "A reading needs no browser." },
    database: { kind: "none", why: "A reading needs no database." },
    proxies: new Map(),
    sourceOf: () => ({ kind: "none", why: "A reading needs no broker." }),
    java: { kind: "java", ...tools, jars, isOther: true },
  };
  const readings: OtherReading[] = [];
  for (const subject of subjects) {
    const receipt = receipts.get(subject.sample.id);
    if (receipt?.inputs !== hash(subject.sample)) {
      throw new Failure(
        "no-record",
        `${subject.sample.file} is not recorded as it is now: there is nothing to compare with.\n` +
          `  Type: npm run verify -- =${subject.sample.id} --update`,
      );
    }
    const run = await runScenario({ subject, at: NOTHING, isWithout: false }, context);
    const failed = run.compared.programs.find(({ exit }) => exit !== 0);
    if (failed !== undefined) {
      throw new Failure(
        "reading-failed",
        `${subject.sample.file} ended with ${failed.exit} on Kafka ${version}.`,
      );
    }
    const linesOf = ({ programs }: ComparedRun) => programs.flatMap(({ output }) => output);
    const changes = compareReadings(receipt.compared.runs.flatMap(linesOf), linesOf(run.compared));
    readings.push({ id: subject.sample.id, changes });
  }
  return readings;
}

function isReading({ scenario, sample }: Subject): boolean {
  const isTest = path.posix.basename(path.posix.dirname(sample.path)) === "test";
  return (
    scenario.brokers === undefined && Object.values(scenario.programs).every(isJava) && !isTest
  );
}
