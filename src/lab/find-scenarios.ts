import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sampleId } from "../samples/find-samples.ts";
import { SAMPLES_FOLDER, type Sample } from "../samples/index.ts";
import type { Scenario } from "./scenario.ts";

/** What is run for one sample, and kept in one receipt. */
export interface Subject {
  readonly sample: Sample;
  /** Folder below `content/samples` that the scenario's files are relative to; programs run there. */
  readonly folder: string;
  readonly scenario: Scenario;
}

const ENDING = ".scenario.ts";
/** The held point at which nothing is held. */
export const NOTHING = "nothing";

/**
 * Every sample that runs: those with a scenario beside them, and programs, whose scenario is to run by themselves.
 *
 * @throws Error for a scenario beside no sample, or one that exports none
 */
export async function findSubjects(
  root: string,
  samples: readonly Sample[],
): Promise<readonly Subject[]> {
  const files = await readdir(path.join(root, SAMPLES_FOLDER), { recursive: true });
  const scenarios = new Map<string, Scenario>();
  for (const file of files.filter((it) => it.endsWith(ENDING)).sort()) {
    const id = sampleId(`${file.replaceAll("\\", "/").slice(0, -ENDING.length)}.ts`);
    if (!samples.some((sample) => sample.id === id)) {
      throw new Error(
        `lone-scenario  ${SAMPLES_FOLDER}/${file} stands beside no sample.\n` +
          `  Its name is the sample's: expected ${SAMPLES_FOLDER}/${id}.ts.`,
      );
    }
    const url = pathToFileURL(path.join(root, SAMPLES_FOLDER, file)).href;
    const { default: scenario } = (await import(url)) as { default?: Scenario };
    if (scenario === undefined) {
      throw new Error(
        `no-scenario  ${SAMPLES_FOLDER}/${file} exports no scenario.\n` +
          "  Type: export default { … } satisfies Scenario;",
      );
    }
    scenarios.set(id, scenario);
  }
  return samples.flatMap((sample) => {
    if (sample.notRun !== undefined) return [];
    const scenario = scenarios.get(sample.id) ?? byItself(sample);
    const folder = path.posix.dirname(sample.path);
    return scenario === undefined ? [] : [{ sample, folder, scenario }];
  });
}

function byItself(sample: Sample): Scenario | undefined {
  if (sample.run === undefined) return undefined;
  const [node, file, ...args] = sample.run.split(" ");
  if (node !== "node" || file === undefined) {
    throw new Error(
      `unknown-runner  ${sample.file} is run by "${sample.run}", which the lab cannot type.\n` +
        '  Programs are run by Node: "// Run: node file.ts". Others need a scenario, or say why not: "// not run: …".',
    );
  }
  const name = path.posix.basename(sample.path, ".ts");
  return {
    story: "",
    programs: { [name]: { file, arguments: args } },
    over: ({ hasEnded }) => hasEnded(name),
    heldPoints: { [NOTHING]: {} },
    counts: () => ({}),
    mustHold: {},
  };
}
