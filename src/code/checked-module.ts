import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import type { CheckedContent } from "../check/check-content.ts";
import type { CheckedSite, Counts, Sample } from "../check/index.ts";
import { installedVersion } from "../compile/modules.ts";
import type { PageData, PageModel } from "../docs/page-model.ts";
import type { Fact } from "../facts/fact.ts";
import { outputOf } from "../receipts/output.ts";
import { nameOfMember, partnersOf } from "../receipts/partners.ts";
import { RECEIPTS_FOLDER } from "../receipts/read-receipts.ts";
import type { Beside, ProgramRun, Receipt } from "../receipts/receipt.ts";
import { receiptUrl, wireUrl } from "../receipts/urls.ts";
import {
  findAddresses,
  findCreated,
  findTopicsOfPartners,
  type Addresses,
} from "../samples/checks.ts";
import { keepLocked, type LockedPackages } from "../samples/lock.ts";
import { findPartners, type Partner } from "../samples/needs.ts";
import type { ProjectTools } from "../samples/project.ts";
import { renderBlock } from "./block-tree.ts";

/** A sample as the pages below `/samples/` know it: checked, with its block rendered. */
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
  | "generated"
  | "run"
> & {
  /** Paths below `content/samples` of every other file of its project: what it and its partners need, sorted. */
  readonly neighbours: readonly string[];
  /** Packages of its project → exact version. */
  readonly packages: Sample["packages"];
  /** The block of the whole file. */
  readonly html: string;
  /** What ran beside its program when it was recorded. */
  readonly beside?: Beside;
  readonly partners: readonly Partner[];
  /** The name that its process had in `WAREHOUSE`. */
  readonly member?: string;
  readonly addresses: Addresses;
  /** Topics that a partner creates and its own files name → the partner's command. */
  readonly partnersTopics: Readonly<Record<string, string>>;
  /** Topics that its own program creates. */
  readonly creates: readonly string[];
  /** What its program printed when it was recorded, line by line. */
  readonly output: readonly string[];
  /** Paths of the pages that show it, from the repository's root. */
  readonly pages: readonly string[];
};

/** The exports of each module below `virtual:checked/`. `virtual-checked.d.ts` declares them for TypeScript. */
export interface CheckedModules {
  readonly pages: {
    readonly sections: PageModel["sections"];
    /** In reading order. */
    readonly pages: readonly PageData[];
  };
  readonly samples: {
    /** Every file below `content/samples`, sorted by path. */
    readonly samples: readonly ShownSample[];
    readonly tools: Omit<ProjectTools, "site">;
  };
  readonly counts: { readonly counts: Counts };
  readonly facts: {
    readonly facts: readonly Fact[];
    /** Group → path of the page with its table. */
    readonly homes: Readonly<Record<string, string>>;
  };
  readonly markdown: {
    /** Every page below `content/docs`, in reading order. */
    readonly pages: readonly { readonly slug: string; readonly markdown: string }[];
  };
  readonly receipts: {
    readonly receipts: readonly Receipt[];
    /** Every record and its wire files: the URL and the text of each. */
    readonly files: readonly { readonly url: string; readonly text: string }[];
  };
}

const PREFIX = "virtual:checked/";

/**
 * The Vite modules through which pages get checked data. Astro renders pages in a module graph of its own, which
 * cannot share the integration's memory. The modules are split by use, so that a page of prose loads no samples. The
 * data of components lies in the module of their page instead (`src/docs/shown-components.ts`).
 *
 * @param markdown makes the pages' Markdown, which rests on rooms that rest on this one
 */
export function checkedModules(
  root: () => string,
  checked: () => Promise<CheckedContent>,
  markdown: (checked: CheckedContent) => CheckedModules["markdown"]["pages"],
): Plugin {
  return {
    name: "wire-and-log:checked",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      const name = id.startsWith(`\0${PREFIX}`) ? id.slice(PREFIX.length + 1) : undefined;
      if (name === undefined) return undefined;
      const content = await checked();
      const exports =
        name === "markdown" ? { pages: markdown(content) } : await exportsOf(name, root(), content);
      return Object.entries(exports)
        .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}

/** Whether `id` is Vite's id of one of these modules. */
export function isCheckedModule(id: string): boolean {
  return id.startsWith(`\0${PREFIX}`);
}

/** Vite's ids of the modules that depend on pages alone. */
export const PAGE_MODULES = ["pages", "counts", "markdown"].map((name) => `\0${PREFIX}${name}`);

async function exportsOf(
  name: string,
  root: string,
  checked: CheckedContent,
): Promise<CheckedModules[keyof CheckedModules]> {
  switch (name) {
    case "pages": {
      const { sections, pages } = checked.model;
      return { sections, pages: [...pages.values()] };
    }
    case "samples": {
      const pages = pagesBySample(checked);
      const byPath = new Map(checked.samples.map((sample) => [sample.path, sample]));
      const shown = checked.samples.map((sample) =>
        showSample(checked, sample, byPath, pages.get(sample.id) ?? []),
      );
      return {
        samples: await Promise.all(shown),
        tools: installedTools(root, checked.samples),
      };
    }
    case "counts":
      return { counts: checked.counts };
    case "facts":
      return {
        facts: [...checked.facts.facts.values()],
        homes: Object.fromEntries(checked.facts.homes),
      };
    case "receipts": {
      const receipts = [...checked.receipts.values()];
      return { receipts, files: receipts.flatMap((receipt) => filesOf(root, receipt)) };
    }
    default:
      throw new Error(`There is no module "${PREFIX}${name}".`);
  }
}

function filesOf(root: string, receipt: Receipt): { url: string; text: string }[] {
  const urls = [
    receiptUrl(receipt.sample),
    ...receipt.recorded.runs.flatMap((_, run) => wireUrl(receipt, run) ?? []),
  ];
  return urls.map((url) => {
    const file = path.join(root, RECEIPTS_FOLDER, url.slice("/receipts/".length));
    return { url, text: readFileSync(file, "utf8") };
  });
}

const TYPES = "@types/";

/** The packages of types that this project names, apart from Node's: those of libraries without types of their own. */
function listTypes(root: string): string[] {
  const text = readFileSync(path.join(root, "package.json"), "utf8");
  const { devDependencies }: { readonly devDependencies?: object } = JSON.parse(text);
  return Object.keys(devDependencies ?? {}).filter(
    (name) => name.startsWith(TYPES) && name !== `${TYPES}node`,
  );
}

/** Outside of the bundle, in which this module is not. */
const CHECK_NEEDS = path.join(import.meta.dirname, "../samples/check-needs.mjs");

function installedTools(
  root: string,
  samples: readonly Pick<Sample, "packages">[],
): Omit<ProjectTools, "site"> {
  const version = (name: string): string => {
    const installed = installedVersion(name, root);
    if (installed === undefined) throw new Error(`${name} is not installed below ${root}.`);
    return installed;
  };
  const types = listTypes(root);
  const own = new Set(samples.flatMap(({ packages }) => Object.keys(packages)));
  return {
    typescript: version("typescript"),
    typesNode: version("@types/node"),
    types: Object.fromEntries(types.map((name) => [name.slice(TYPES.length), version(name)])),
    checkNeeds: readFileSync(CHECK_NEEDS, "utf8"),
    locked: keepLocked([...own, ...types, `${TYPES}node`, "typescript"], readLock(root)),
  };
}

/** What the lockfile says; nothing where there is none. */
function readLock(root: string): LockedPackages {
  const file = path.join(root, "package-lock.json");
  if (!existsSync(file)) return {};
  const { packages }: { readonly packages: LockedPackages } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return packages;
}

/** Sample id → the pages that show it. */
function pagesBySample({ blocks }: CheckedSite): ReadonlyMap<string, readonly string[]> {
  const shown = [...blocks].flatMap(([page, own]) => {
    const ids = new Set(own.flatMap(({ sample }) => sample?.id ?? []));
    return [...ids].map((id) => ({ id, page }));
  });
  const byId = Map.groupBy(shown, ({ id }) => id);
  return new Map([...byId].map(([id, uses]) => [id, uses.map(({ page }) => page)]));
}

/** What the command of a sample's header printed; without a run of just that command, what its first run did. */
function printed(runs: readonly ProgramRun[], command: string | undefined): readonly string[] {
  return (runs.find((run) => run.command === command) ?? runs[0])?.output ?? [];
}

async function showSample(
  site: CheckedSite,
  sample: Sample,
  byPath: ReadonlyMap<string, Sample>,
  pages: readonly string[],
): Promise<ShownSample> {
  const block = site.files.get(sample.id);
  const receipt = site.receipts.get(sample.id);
  const member = receipt && nameOfMember(receipt, sample.path);
  const partners =
    receipt === undefined ? [] : findPartners(sample, partnersOf(receipt, sample.path), byPath);
  const joined = partners.flatMap(({ path: file, isInProject }) =>
    isInProject ? (byPath.get(file) ?? []) : [],
  );
  const texts = [sample.path, ...sample.neighbours].map((file) => byPath.get(file)?.text ?? "");
  const neighbours = new Set([
    ...[sample, ...joined].flatMap((it) => [...it.neighbours, ...(it === sample ? [] : [it.path])]),
    ...(receipt?.recorded.beside?.proxies ?? []),
  ]);
  return {
    id: sample.id,
    path: sample.path,
    text: sample.text,
    title: sample.title,
    language: sample.language,
    systems: sample.systems,
    sha256: sample.sha256,
    rungs: sample.rungs,
    neighbours: [...neighbours].filter((file) => file !== sample.path).sort(),
    packages: Object.assign({}, ...[...joined, sample].map(({ packages }) => packages)),
    generated: sample.generated,
    ...(sample.run === undefined ? {} : { run: sample.run }),
    ...(receipt?.recorded.beside === undefined ? {} : { beside: receipt.recorded.beside }),
    partners,
    ...(member === undefined ? {} : { member }),
    addresses: findAddresses(texts),
    creates: findCreated(sample.text),
    partnersTopics: findTopicsOfPartners(texts, partners, (file) => byPath.get(file)?.text ?? ""),
    output: receipt === undefined ? [] : printed(outputOf(receipt, sample.path), sample.run),
    html: block === undefined ? "" : await renderBlock(block, { onOwnPage: true }),
    pages,
  };
}
