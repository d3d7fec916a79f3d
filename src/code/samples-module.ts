import type { Plugin } from "vite";
import type { CheckedSite, Counts, Sample } from "../check/index.ts";
import { installedVersion } from "../compile/modules.ts";
import type { ProjectTools } from "../samples/project.ts";
import { renderBlock } from "./block-tree.ts";

/** A sample as the pages below `/samples/` know it: checked, its block rendered. */
export type ShownSample = Pick<
  Sample,
  | "id"
  | "path"
  | "text"
  | "title"
  | "language"
  | "systems"
  | "sha256"
  | "rungs"
  | "neighbours"
  | "packages"
  | "generated"
  | "run"
> & {
  /** The block of the whole file. */
  readonly html: string;
  /** Pages that show it, from the repository's root. */
  readonly pages: readonly string[];
};

/** What `virtual:samples` exports; `virtual-samples.d.ts` says it to TypeScript. */
export interface VirtualSamples {
  /** Every file below `content/samples`, sorted by path. */
  readonly samples: readonly ShownSample[];
  readonly counts: Counts;
  readonly tools: ProjectTools;
}

export const SAMPLES_MODULE = "virtual:samples";

/**
 * The Vite module through which pages reach the checked samples: Astro renders pages in a module graph of its own, which
 * cannot share the integration's memory. What it exports is {@link VirtualSamples}.
 */
export function samplesModule(root: () => string, checked: () => Promise<CheckedSite>): Plugin {
  const resolved = `\0${SAMPLES_MODULE}`;
  return {
    name: "wire-and-log:samples",
    resolveId: (id) => (id === SAMPLES_MODULE ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const site = await checked();
      const samples = await Promise.all(site.samples.map((sample) => showSample(site, sample)));
      return Object.entries({
        samples,
        counts: site.counts,
        tools: installedTools(root()),
      } satisfies VirtualSamples)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}

function installedTools(root: string): ProjectTools {
  const version = (name: string): string => {
    const installed = installedVersion(name, root);
    if (installed === undefined) throw new Error(`${name} is not installed below ${root}.`);
    return installed;
  };
  return { typescript: version("typescript"), typesNode: version("@types/node") };
}

async function showSample(site: CheckedSite, sample: Sample): Promise<ShownSample> {
  const block = site.files.get(sample.id);
  const pages = [...site.blocks].filter(([, blocks]) =>
    blocks.some((it) => it.sample?.id === sample.id),
  );
  const {
    id,
    path,
    text,
    title,
    language,
    systems,
    sha256,
    rungs,
    neighbours,
    packages,
    generated,
    run,
  } = sample;
  return {
    ...{ id, path, text, title, language, systems, sha256, rungs, neighbours, packages, generated },
    ...(run === undefined ? {} : { run }),
    html: block === undefined ? "" : await renderBlock(block, { onOwnPage: true }),
    pages: pages.map(([page]) => page),
  };
}
