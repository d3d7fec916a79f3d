import path from "node:path";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import { cutLines, excerptModule, type Excerpt, type SplitStatement } from "./excerpts.ts";
import type { Block, SampleBlock } from "../mdx/blocks.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import type { Region } from "../samples/regions.ts";
import { makeUnit, MODULES_FOLDER, sampleFolderOf, type Unit } from "./units.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** The file or excerpt that a page's `<Sample>` refers to. */
export interface ResolvedExcerpt {
  readonly sample: SampleFile;
  /** Absent when the whole file is shown. */
  readonly excerpt: Excerpt | undefined;
  /** Absolute path of the excerpt's module. */
  readonly module: string | undefined;
}

/**
 * Resolves every `<Sample>` and cuts its region. An excerpt that is shown twice is one module.
 *
 * @param cutRegion cuts a region of a TypeScript sample
 */
export function cutExcerpts(
  root: string,
  samples: readonly SampleFile[],
  blocks: readonly Block[],
  cutRegion: (sample: SampleFile, region: Region) => Excerpt | SplitStatement,
): {
  readonly excerpts: ReadonlyMap<SampleBlock, ResolvedExcerpt>;
  readonly units: readonly Unit[];
  readonly issues: readonly Issue[];
} {
  const byPath = new Map(samples.map((sample) => [sample.path, sample]));
  const excerpts = new Map<SampleBlock, ResolvedExcerpt>();
  const units = new Map<string, Unit>();
  const issues: Issue[] = [];
  for (const block of blocks) {
    if (block.kind !== "sample") continue;
    const report = (slug: IssueSlug, message: string): void => {
      issues.push({ slug, file: block.page, line: block.line, column: block.column, message });
    };
    const sample =
      byPath.get(path.posix.join(sampleFolderOf(block.page), block.file)) ?? byPath.get(block.file);
    if (sample === undefined) {
      report("unknown-file", unknownFile(block, [...byPath.keys()]));
      continue;
    }
    if (block.region === undefined) {
      excerpts.set(block, { sample, excerpt: undefined, module: undefined });
      continue;
    }
    const region = sample.regions.find(({ name }) => name === block.region);
    if (region === undefined) {
      const names = sample.regions.map(({ name }) => name);
      const there =
        names.length === 0
          ? 'It has none. Type "// #region name" above the lines to show.'
          : `Regions there: ${names.join(", ")}.${didYouMean(block.region, names)}`;
      report("unknown-region", `No region "${block.region}" in ${sample.file}.\n${there}`);
      continue;
    }
    if (sample.language === "java") {
      excerpts.set(block, {
        sample,
        excerpt: cutLines(sample.source, region, sample.language),
        module: undefined,
      });
      continue;
    }
    if (sample.language !== "ts") {
      report(
        "unknown-region",
        `Regions are cut from TypeScript and Java files only; ${sample.file} is shown whole. Remove region="${block.region}".`,
      );
      continue;
    }
    const cut = cutRegion(sample, region);
    if ("line" in cut) {
      issues.push({
        slug: "split-statement",
        file: sample.file,
        line: cut.line,
        column: 1,
        message: `The region "${region.name}" holds a part of the statement that starts here. Move its markers around whole top-level statements.`,
      });
      continue;
    }
    const name = sample.path.replace(/\.ts$/, `.excerpt-${region.name}.ts`);
    const module = path.join(root, MODULES_FOLDER, name);
    excerpts.set(block, { sample, excerpt: cut, module });
    const prefaceLines = cut.preface === "" ? 0 : cut.preface.split("\n").length + 1;
    const origin = { file: sample.file, line: region.firstLine - 1, column: 1 };
    units.set(
      module,
      makeUnit({
        kind: "excerpt",
        file: module,
        text: excerptModule(cut),
        // A line of the preface may come from anywhere in the file, so its errors are reported at the region.
        locate: (line, column) =>
          line <= prefaceLines
            ? origin
            : {
                file: sample.file,
                line: cut.bodyLines[line - prefaceLines - 1] ?? region.lastLine,
                column,
              },
        origin,
      }),
    );
  }
  return { excerpts, units: [...units.values()], issues };
}

/** How many files of a folder a message names. */
const MOST_NAMED = 40;

function unknownFile(block: SampleBlock, paths: readonly string[]): string {
  const folder = sampleFolderOf(block.page);
  const names = paths.flatMap((it) =>
    it.startsWith(`${folder}/`) ? [it.slice(folder.length + 1), it] : [it],
  );
  const own = paths
    .filter((it) => path.posix.dirname(it) === (folder === "" ? "." : folder))
    .map((it) => path.posix.basename(it));
  const here = path.posix.join(SAMPLES_FOLDER, folder);
  const where = folder === "" ? here : `${here} or ${SAMPLES_FOLDER}`;
  const folders = [...new Set(paths.map((it) => it.split("/")[0]))].join(", ");
  const there =
    own.length > 0
      ? `Files in ${here}: ${own.slice(0, MOST_NAMED).join(", ")}${own.length > MOST_NAMED ? `, and ${own.length - MOST_NAMED} more` : ""}.`
      : folder === ""
        ? `There are folders: ${folders}. Type file="<folder>/${block.file}".`
        : `${here} holds no files.`;
  return `No file "${block.file}" in ${where}.\n${there}${didYouMean(block.file, names)}`;
}
