import { samples } from "virtual:checked/samples";
import type { ShownSample } from "../../code/checked-module.ts";
import { hasProject } from "../../samples/project.ts";

/** One entry of `/samples/index.json`. */
export interface ListedSample {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly systems: readonly string[];
  /** The hash of the raw file. */
  readonly sha256: string;
  readonly rungs: readonly string[];
  /**
   * The command that runs the file, for programs, in the file's own folder. For Java, in the folder of its `pom.xml`.
   */
  readonly run?: string;
  /** npm package → exact version. */
  readonly packages: Readonly<Record<string, string>>;
  /** The URL of an archive that installs and, for a program, starts. */
  readonly project?: string;
  /** Every file that the sample needs, itself first. Imports resolve when each file lies at its `path`. */
  readonly files: readonly { readonly path: string; readonly url: string }[];
}

/** The samples that we wrote, by path. Generated stubs appear only among `files`. */
export function listSamples(): ListedSample[] {
  return samples.filter((sample) => !sample.generated).map(listSample);
}

function listSample(sample: ShownSample): ListedSample {
  const { id, title, path, systems, sha256, rungs, run, packages, neighbours } = sample;
  return {
    ...{ id, title, path, systems, sha256, rungs },
    ...(run === undefined ? {} : { run }),
    packages,
    ...(hasProject(sample) ? { project: `/samples/${id}.zip` } : {}),
    files: [path, ...neighbours].map((file) => ({ path: file, url: `/samples/${file}` })),
  };
}
