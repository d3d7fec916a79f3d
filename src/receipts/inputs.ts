import { createHash } from "node:crypto";
import path from "node:path";
import { keepByItems } from "../cache/keep.ts";
import type { Sample } from "../check/checked-site.ts";
import { readScenario } from "./scenario-files.ts";

/** The parts of a sample that its hash is computed from. */
export type HashedSample = Pick<Sample, "path" | "text" | "neighbours" | "packages">;

/** Major version of the Node that runs this process and every sample; a receipt recorded on another one is stale. */
export const NODE_MAJOR = Number.parseInt(process.versions.node, 10);
/** Version of Kafka's clients in Java, and of the lab's brokers where a scenario asks for no other. */
export const KAFKA_VERSION = "4.4.0";

/**
 * Computes a SHA-256, hexadecimal, over everything that could change a run of `sample`: its file and its neighbours, as
 * a reader copies them; the versions of the packages that they import; Node's major version and Kafka's version; its
 * scenario; and the files and packages of every program that the scenario starts. Where the scenario asks for a release
 * of Kafka, the lab's own version counts only if a program is in Java, since its client is of that version.
 *
 * @param root absolute path of the repository
 * @param samples all samples of the site
 * @param ownKafka the lab's own version of Kafka
 */
export function hashInputs(
  root: string,
  sample: HashedSample,
  samples: readonly HashedSample[],
  ownKafka: string = KAFKA_VERSION,
): string {
  return openHasher(root, samples, ownKafka)(sample);
}

/** Returns {@link hashInputs} as a function of the sample, for many samples of one site. */
export function openHasher(
  root: string,
  samples: readonly HashedSample[],
  ownKafka: string = KAFKA_VERSION,
): (sample: HashedSample) => string {
  const inputsOf = openInputs(root, samples);
  return (sample) => {
    const { files, packages, kafka } = inputsOf(sample);
    const isInJava = [...files.keys()].some((file) => file.endsWith(".java"));
    const inputs = {
      node: NODE_MAJOR,
      kafka: kafka ?? ownKafka,
      ...(kafka !== undefined && isInJava ? { clients: ownKafka } : {}),
      packages: sorted(packages),
      files: sorted(files),
    };
    const items = [inputs.kafka, inputs.clients, ...inputs.packages.flat(), ...inputs.files.flat()];
    return keepHash(sample.path, items, () =>
      createHash("sha256").update(JSON.stringify(inputs)).digest("hex"),
    );
  };
}

/** The files and packages that the runs of a sample use. */
export interface Inputs {
  /**
   * Path below `content/samples` → text: the sample, its scenario, the programs that it starts and all their
   * neighbours.
   */
  readonly files: ReadonlyMap<string, string>;
  /** Name → version. */
  readonly packages: ReadonlyMap<string, string>;
  /** Release of Kafka that the scenario asks for. */
  readonly kafka: string | undefined;
}

/**
 * Lists what the runs of a sample use. Their hash covers exactly this, and a run gets no other sample files, except the
 * rest of the Maven project of a Java sample.
 */
export function openInputs(
  root: string,
  samples: readonly HashedSample[],
): (sample: HashedSample) => Inputs {
  const folder = path.join(root, "content", "samples");
  const byPath = new Map(samples.map((it) => [it.path, it]));
  return (sample) => {
    const scenario = readScenario(folder, sample.path, (file) => byPath.has(file));
    const programs = [...scenario.samples].flatMap((file) => byPath.get(file) ?? []);
    const texts = new Map(scenario.files);
    const packages = new Map<string, string>();
    for (const { path: own, neighbours, packages: imported } of [sample, ...programs]) {
      for (const file of [own, ...neighbours]) texts.set(file, byPath.get(file)?.text ?? "");
      for (const [name, version] of Object.entries(imported)) packages.set(name, version);
    }
    texts.set(sample.path, sample.text);
    return { files: texts, packages, kafka: scenario.kafka };
  };
}

const keepHash = keepByItems<string>();

function sorted(map: ReadonlyMap<string, string>): [string, string][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
