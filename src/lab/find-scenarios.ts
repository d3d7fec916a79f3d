import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openInputs } from "../receipts/inputs.ts";
import { isScenarioFile, readScenario, samplesOfScenario } from "../receipts/scenario-files.ts";
import { SAMPLES_FOLDER, type Sample } from "../check/index.ts";
import { isRelease } from "./jvm/other-jars.ts";
import { readMavenRun } from "./java/launch.ts";
import type { Program, Scenario } from "./scenario.ts";
import { Failure } from "../report/failure.mjs";

/** A sample with its scenario: what is run together and recorded in one receipt. */
export interface Subject {
  readonly sample: Sample;
  /** The sample's folder below `content/samples`: the scenario's files are relative to it, and programs run there. */
  readonly folder: string;
  readonly scenario: Scenario;
  /**
   * Paths below `content/samples` of the files that a run gets: those that the hash of its inputs covers, but no
   * scenario.
   */
  readonly files: readonly string[];
}

const ENDING = ".scenario.ts";
/** What no scenario can leave out. The check refuses other wrong types, and runs may be made without it. */
const NEEDED = ["programs", "over", "heldPoints", "counts", "mustHold"] as const;
/** Name of the held point at which no fault is injected. */
export const NOTHING = "nothing";

/**
 * Finds every sample that is run: those with a scenario, and programs without one, which are run by themselves.
 *
 * @throws Failure for a scenario beside no sample, one that exports none, or one with a program that is no sample
 */
export async function findSubjects(
  root: string,
  samples: readonly Sample[],
): Promise<readonly Subject[]> {
  const folder = path.join(root, SAMPLES_FOLDER);
  const files = await readdir(folder, { recursive: true });
  const scenarios = new Map<string, Scenario>();
  for (const file of files.filter((it) => it.endsWith(ENDING)).sort()) {
    const names = samplesOfScenario(file.replaceAll("\\", "/"));
    const beside = samples.find((sample) => names.includes(sample.path));
    if (beside === undefined) {
      throw new Failure(
        "lone-scenario",
        `${SAMPLES_FOLDER}/${file} stands beside no sample.\n` +
          `  Its name is the sample's: expected ${names.map((name) => `${SAMPLES_FOLDER}/${name}`).join(" or ")}.`,
      );
    }
    const scenario = await loadScenario(root, file);
    if (scenario === undefined) {
      throw new Failure(
        "no-scenario",
        `${SAMPLES_FOLDER}/${file} has no default export.\n` +
          "  Type: export default { … } satisfies Scenario;",
      );
    }
    checkRelease(root, file, scenario, readScenario(folder, beside.path, () => false).kafka);
    scenarios.set(beside.id, scenario);
  }
  const inputsOf = openInputs(root, samples);
  return samples.flatMap((sample) => {
    if (sample.notRun !== undefined) return [];
    const scenario = scenarios.get(sample.id) ?? byItself(sample);
    if (scenario === undefined) return [];
    const folder = path.posix.dirname(sample.path);
    const files = [...inputsOf(sample).files.keys()].filter((file) => !isScenarioFile(file));
    const named = [
      ...Object.values(scenario.programs),
      ...(scenario.without ? [scenario.without] : []),
    ];
    for (const { file } of named) {
      if (!files.includes(path.posix.join(folder, file))) throw unknownFile(sample, file);
    }
    return [{ sample, folder, scenario, files }];
  });
}

/**
 * Refuses a version of Kafka that is no release, or that the hash of the inputs does not find in the scenario's text:
 * the record would name a version that its hash does not cover.
 */
function checkRelease(
  root: string,
  file: string,
  { kafka, brokers }: { readonly kafka?: string; readonly brokers?: number },
  read: string | undefined,
): void {
  if (kafka === read && (kafka === undefined || (isRelease(kafka) && brokers !== undefined)))
    return;
  const lines = readFileSync(path.join(root, SAMPLES_FOLDER, file), "utf8").split("\n");
  const at = lines.findIndex((line) => /\bkafka\b/.test(line)) + 1;
  const what =
    kafka === undefined
      ? `its text names Kafka ${read}, and the scenario does not ask for it`
      : !isRelease(kafka)
        ? `"${kafka}" is no release of Kafka`
        : brokers === undefined
          ? `it asks for Kafka ${kafka}, and has no brokers`
          : `it asks for Kafka ${kafka}, which is not found in its text as a literal`;
  throw new Failure(
    "bad-scenario",
    `${SAMPLES_FOLDER}/${file}:${at || 1}: ${what}.\n` +
      '  Type a release, as a literal, beside the number of brokers: brokers: 1, kafka: "3.9.1"',
  );
}

/** The hash of the inputs finds file names in the scenario's text, so it misses a name that code puts together. */
function unknownFile({ file: of, path: own }: Sample, file: string): Failure {
  return new Failure(
    "bad-scenario",
    `The scenario of ${of} names "${file}", which is no sample that the hash of its inputs covers.\n` +
      `  Write the whole path between double quotes, relative to ${path.posix.dirname(own)}: { file: "name.ts" }`,
  );
}

/**
 * Imports the scenario that a file exports; returns `undefined` when it exports none. @throws Failure when the import
 * fails
 */
async function loadScenario(root: string, file: string): Promise<Scenario | undefined> {
  const url = pathToFileURL(path.join(root, SAMPLES_FOLDER, file)).href;
  try {
    const module: { readonly default?: Scenario } = await import(url);
    const scenario = module.default;
    const missing = NEEDED.filter((key) => scenario !== undefined && !(key in Object(scenario)));
    if (missing.length > 0) throw new Error(`it has no ${missing.join(", no ")}`);
    return scenario;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      "bad-scenario",
      `${SAMPLES_FOLDER}/${file} cannot be loaded: ${why}\n  Mend it, then type the command again.`,
      { cause },
    );
  }
}

function byItself(sample: Sample): Scenario | undefined {
  if (sample.run === undefined) return undefined;
  const name = path.posix.basename(sample.path, path.posix.extname(sample.path));
  return {
    story: "",
    programs: { [name]: readProgram(sample, sample.run) },
    over: ({ hasEnded }) => hasEnded(name),
    heldPoints: { [NOTHING]: {} },
    counts: () => ({}),
    mustHold: {},
  };
}

function readProgram({ file: from }: Sample, run: string): Program {
  const [node, file, ...args] = run.split(" ");
  if (node === "node" && file !== undefined) return { file, arguments: args };
  const java = readMavenRun(run);
  if (java !== undefined) return { file: `${java.name}.java`, arguments: java.arguments };
  throw new Failure(
    "unknown-runner",
    `${from} is run by "${run}", which the lab cannot type.\n` +
      '  Programs are run by Node, "// Run: node file.ts", or by Maven, "// Run: mvn -q compile exec:java -Dexec.mainClass=Name"\n' +
      '  and "// Run: mvn -q test -Dtest=NameTest". Others need a scenario, or say why not: "// not run: …".',
  );
}
