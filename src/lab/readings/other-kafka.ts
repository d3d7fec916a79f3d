import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openHasher } from "../../receipts/inputs.ts";
import { readReceipts } from "../../receipts/read-receipts.ts";
import type { ComparedRun } from "../../receipts/receipt.ts";
import type { Sample } from "../../check/index.ts";
import { copyJars } from "../jvm/download-jars.ts";
import { findMaven } from "../jvm/find-java.ts";
import { listDependencies, SIZES } from "../jvm/jar-sets.ts";
import { type Jars, nameCacheFolder } from "../jvm/jars.ts";
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
  const jars = await getOtherJars(version);
  const { receipts } = await readReceipts(root);
  const hash = openHasher(root, samples);
  const context: RunContext = {
    root,
    guard,
    methods: new Map(),
    isTapped: false,
    source: { kind: "none", why: "A reading needs no broker." },
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

/**
 * Gets the jars of any version of Kafka, in a cache folder of their own. Only Maven checks them: no list has their
 * hashes.
 */
async function getOtherJars(version: string): Promise<Jars> {
  const folder = path.join(nameCacheFolder(process.env, version), "java");
  if (!existsSync(folder)) {
    const maven = findMaven();
    if (maven.found === undefined) throw new Failure("no-maven", `${maven.why}.`);
    console.log(
      `Downloading Kafka ${version} (about ${SIZES.java}) with Maven, once, into ${folder}.`,
    );
    mkdirSync(path.dirname(folder), { recursive: true });
    const beside = mkdtempSync(`${folder}.`);
    try {
      await copyJars(maven.found, beside, listDependencies("java", version), process.env).catch(
        (error: unknown) => {
          throw isNotFound(error) ? unknownKafka(version, error) : error;
        },
      );
      if (!existsSync(folder)) renameSync(beside, folder);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }
  const names = readdirSync(folder).filter((name) => name.endsWith(".jar"));
  return { folder, files: names.sort().map((name) => path.join(folder, name)) };
}

function isNotFound(error: unknown): error is Failure {
  return error instanceof Failure && /Could not find artifact|was not found in/.test(error.message);
}

function unknownKafka(version: string, cause: Failure): Failure {
  return new Failure(
    "unknown-kafka",
    `Maven finds no Kafka ${version}.\n` +
      "  Releases: https://kafka.apache.org/downloads. Type one of them: npm run verify -- --kafka 3.9.1",
    { cause },
  );
}
