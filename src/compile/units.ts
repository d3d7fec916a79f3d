import path from "node:path";
import type { Block, FenceBlock } from "../mdx/blocks.ts";
import { BROWSERS_FOLDER } from "../samples/browsers.ts";
import type { BrowserFolders } from "./compiler.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import type { Place } from "../report/place.ts";
import { positionAt } from "../report/source-text.ts";

/** One module of the program, with a way from its positions back to what the author wrote. */
export interface Unit {
  readonly kind: "file" | "fence" | "excerpt";
  /** Absolute path on disk, or where the module would lie. */
  readonly file: string;
  readonly text: string;
  /** The compiler error that the module must produce. */
  readonly expect?: string;
  /** Converts a line and column of `text` (1-based) to a place in the author's file. */
  locate(line: number, column: number): Place;
  /** Converts an offset into `text` to a place in the author's file. */
  locateOffset(offset: number): Place;
  /** The start of what the author wrote: the fence's opening line, or the first line of the file. */
  readonly origin: Place;
}

/** Makes a unit. Files, fences and excerpts differ only in their `locate`. */
export function makeUnit(unit: Omit<Unit, "locateOffset">): Unit {
  return {
    ...unit,
    locateOffset(offset) {
      const { line, column } = positionAt(unit.text, offset);
      return unit.locate(line, column);
    },
  };
}

/**
 * The folder of modules that are not files themselves: fences and excerpts. They see the samples as their neighbours.
 */
export const MODULES_FOLDER = ".cache/modules";

/** The TypeScript samples as units. */
export function fileUnits(root: string, samples: readonly SampleFile[]): Unit[] {
  return samples
    .filter((sample) => sample.language === "ts")
    .map((sample) =>
      makeUnit({
        kind: "file",
        file: path.join(root, SAMPLES_FOLDER, sample.path),
        text: sample.source,
        ...(sample.expect === undefined ? {} : { expect: sample.expect }),
        locate: (line, column) => ({ file: sample.file, line, column }),
        origin: { file: sample.file, line: 1, column: 1 },
      }),
    );
}

/**
 * The TypeScript fences as units, by block. Each is a module in the sample folder of its page. It is named by its
 * number on the page, so that moving it down a line does not make it another module.
 */
export function fenceUnits(root: string, blocks: readonly Block[]): Map<Block, Unit> {
  const fences = blocks.flatMap((block) =>
    block.kind === "fence" && block.language === "ts" ? [block] : [],
  );
  const byPage = Map.groupBy(fences, ({ page }) => page);
  return new Map(
    [...byPage].flatMap(([page, own]) =>
      own.map((block, index) => {
        const name = `${path.basename(page, ".mdx")}.fence-${index + 1}.ts`;
        const file = path.join(root, MODULES_FOLDER, fenceFolder(block), name);
        return [block, fenceUnit(block, file)] as const;
      }),
    ),
  );
}

function fenceUnit(block: FenceBlock, file: string): Unit {
  return makeUnit({
    kind: "fence",
    file,
    text: `${block.text}\n`,
    ...(block.meta.expect === undefined ? {} : { expect: block.meta.expect }),
    locate: (line, column) => ({
      file: block.page,
      line: block.line + line,
      column: column + (block.indents[line - 1] ?? 0),
    }),
    origin: { file: block.page, line: block.line, column: block.column },
  });
}

/**
 * The folder of a fence: its page's sample folder, so that it can import the files there. Browser fences have folders
 * of their own.
 */
function fenceFolder({ page, meta }: FenceBlock): string {
  const folder = sampleFolderOf(page);
  return meta.for === "browsers" ? path.join(BROWSERS_FOLDER, folder) : folder;
}

/** The two folders of the program for browsers. */
export function browserFolders(root: string): BrowserFolders {
  return {
    samples: path.join(root, SAMPLES_FOLDER, BROWSERS_FOLDER),
    modules: path.join(root, MODULES_FOLDER, BROWSERS_FOLDER),
  };
}

/** Whether a module (absolute path) belongs to the program for browsers. */
export function isOfBrowsers(root: string, file: string): boolean {
  return Object.values(browserFolders(root)).some((folder) => file.startsWith(folder + path.sep));
}

/** The folder below `content/samples` that belongs to a page: `content/docs/kafka/consuming.mdx` → `kafka`. */
export function sampleFolderOf(page: string): string {
  return path.posix.dirname(page).replace(/^content\/docs\/?/, "");
}

/** A module's path below `content/samples`, with forward slashes. */
export function pathBelow(root: string, file: string): string {
  return path.relative(path.join(root, SAMPLES_FOLDER), file).replaceAll("\\", "/");
}
