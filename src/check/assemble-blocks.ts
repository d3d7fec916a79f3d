import path from "node:path";
import { keepByText } from "../cache/keep.ts";
import { howToRecord } from "../receipts/read-receipts.ts";
import type { Receipt } from "../receipts/receipt.ts";
import type { Issue } from "../report/issue.ts";
import type { CheckedBlock, Sample } from "./checked-site.ts";
import type { ResolvedExcerpt } from "../compile/cut-excerpts.ts";
import type { Block, LineNote, SampleBlock } from "../mdx/blocks.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import type { Judged } from "../compile/judge-diagnostics.ts";
import type { ModuleImports } from "../compile/modules.ts";
import type { Language } from "../samples/languages.ts";
import { withoutMarkers } from "../samples/markers.ts";
import { hasProject } from "../samples/project.ts";
import { findTwins, type Twin } from "../samples/twins.ts";
import type { Unit } from "../compile/units.ts";
import type { IssueSlug } from "../report/slugs.ts";

interface Parts {
  readonly root: string;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
  readonly samples: readonly Sample[];
  readonly excerpts: ReadonlyMap<SampleBlock, ResolvedExcerpt>;
  /** The modules made from TypeScript fences. */
  readonly fences: ReadonlyMap<Block, Unit>;
  readonly judged: Judged;
  readonly imports: ReadonlyMap<string, ModuleImports>;
  /** By sample id. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Ids of the samples that are run when the site is verified. */
  readonly isRun: ReadonlySet<string>;
}

/**
 * Puts together the blocks that each page shows. Blocks with an unknown file or region are left out, because they are
 * reported elsewhere.
 */
export function assembleBlocks(parts: Parts): {
  readonly blocks: ReadonlyMap<string, readonly CheckedBlock[]>;
  readonly files: ReadonlyMap<string, CheckedBlock>;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const twins = findTwins(parts.samples);
  const samples = new Map(parts.samples.map((sample) => [sample.id, sample]));
  const files = new Map(
    parts.samples.map((sample) => [
      sample.id,
      fileBlock(parts, sample, twins.get(sample.path) ?? []),
    ]),
  );
  const blocks = new Map<string, CheckedBlock[]>();
  for (const [page, found] of parts.blocks) {
    const shown = found.flatMap((block) => {
      if (block.kind === "fence") return [fenceBlock(parts, block)];
      const resolved = parts.excerpts.get(block);
      const whole = resolved && files.get(resolved.sample.id);
      if (resolved === undefined || whole === undefined) return [];
      const base =
        resolved.excerpt === undefined
          ? whole
          : excerptBlock(parts, resolved, resolved.excerpt, whole);
      const notes = placeNotes(block, base.code, issues);
      const receipt = block.output
        ? findOutput(parts, block, samples.get(resolved.sample.id), issues)
        : undefined;
      return [{ ...base, page, line: block.line, column: block.column, notes, receipt }];
    });
    blocks.set(page, shown);
  }
  return { blocks, files, issues };
}

function fenceBlock(parts: Parts, block: Extract<Block, { kind: "fence" }>): CheckedBlock {
  const unit = parts.fences.get(block);
  return {
    page: block.page,
    line: block.line,
    column: block.column,
    language: block.language,
    title: block.meta.title ?? "",
    preface: undefined,
    code: block.text,
    notes: [],
    errors: (unit && parts.judged.shown.get(unit.file)) ?? [],
    sample: undefined,
    hues: (unit && parts.imports.get(unit.file)?.hues) ?? {},
    unproven: block.meta.unproven,
    receipt: undefined,
  };
}

/** The block of a whole file: its header comment and imports are folded, the rest is shown. */
function fileBlock(parts: Parts, sample: Sample, twins: readonly Twin[]): CheckedBlock {
  const file = path.join(parts.root, SAMPLES_FOLDER, sample.path);
  const imports = parts.imports.get(file);
  const cut = imports === undefined ? 0 : imports.importsEnd;
  const head = readHead(sample.path, sample.source.slice(0, cut), sample.language);
  return {
    page: sample.file,
    line: 1,
    column: 1,
    language: sample.language,
    title: sample.path,
    preface:
      head === "" ? undefined : { code: head, imports: imports?.importCount ?? 0, declarations: 0 },
    code: readBody(sample.path, sample.source.slice(cut), sample.language),
    notes: [],
    errors: parts.judged.shown.get(file) ?? [],
    sample: {
      id: sample.id,
      path: sample.path,
      whole: true,
      others: sample.neighbours.length,
      hasProject: hasProject(sample),
    },
    ...(twins.length === 0 ? {} : { twins }),
    hues: imports?.hues ?? {},
    unproven: undefined,
    receipt: parts.receipts.get(sample.id),
  };
}

const readHead = keepByText(readCode);
const readBody = keepByText(readCode);

function readCode(_file: string, source: string, language: Language): string {
  return withoutMarkers(source, language).trim();
}

function excerptBlock(
  parts: Parts,
  { sample }: ResolvedExcerpt,
  excerpt: NonNullable<ResolvedExcerpt["excerpt"]>,
  whole: CheckedBlock,
): CheckedBlock {
  const { preface, imports, declarations, body } = excerpt;
  return {
    ...whole,
    preface: preface === "" ? undefined : { code: preface, imports, declarations },
    code: body,
    errors: [],
    hues: parts.imports.get(path.join(parts.root, SAMPLES_FOLDER, sample.path))?.hues ?? {},
    sample: whole.sample && { ...whole.sample, whole: false },
  };
}

/** The recorded runs to show under a sample when the page asks for its output. */
function findOutput(
  parts: Parts,
  { page, line, column }: SampleBlock,
  sample: Sample | undefined,
  issues: Issue[],
): Receipt | undefined {
  if (sample === undefined) return undefined;
  const receipt = parts.receipts.get(sample.id);
  if (receipt !== undefined) return receipt;
  const why =
    sample.notRun !== undefined
      ? `It is not run: ${sample.notRun}\nTake out the word "output".`
      : parts.isRun.has(sample.id)
        ? howToRecord(sample.id)
        : 'It is a module that others import: nothing runs it.\nTake out the word "output".';
  const message = `${sample.file} has no recorded output.\n${why}`;
  issues.push({ slug: "missing-output", file: page, line, column, message });
  return undefined;
}

/** Finds the one shown line that each note quotes. Notes that would overlap in the margin are issues. */
function placeNotes(block: SampleBlock, code: string, issues: Issue[]): CheckedBlock["notes"] {
  const lines = code.split("\n");
  const report = (slug: IssueSlug, note: LineNote, message: string): void => {
    issues.push({ slug, file: block.page, line: note.line, column: note.column, message });
  };
  const placed = block.notes.flatMap((note) => {
    const at = lines.flatMap((line, index) => (line.includes(note.quote) ? [index + 1] : []));
    const [line] = at;
    if (line !== undefined && at.length === 1) return [{ line, words: note.words, note }];
    report(
      "unknown-line",
      note,
      line === undefined
        ? `No shown line contains "${note.quote}". Quote a piece of the line as it stands in the sample.`
        : `${at.length} shown lines contain "${note.quote}". Quote a piece that only one line has.`,
    );
    return [];
  });
  placed.sort((a, b) => a.line - b.line);
  for (const [index, { line, words, note }] of placed.entries()) {
    const next = placed[index + 1];
    if (next === undefined || marginHeight(words) <= (next.line - line) * CODE_LINE_PX) continue;
    report(
      "crowded-note",
      next.note,
      `The note above, on "${note.quote}", reaches down to the line of this one. Shorten it, or make one note of the two.`,
    );
  }
  return placed.map(({ line, words }) => ({ line, words }));
}

/** Heights of the lines, and the characters that fit in a note's line of 15rem, as set in `src/styles/code.css`. */
const CODE_LINE_PX = 21;
const NOTE_LINE_PX = 18;
const NOTE_LINE_CHARACTERS = 38;

function marginHeight(words: LineNote["words"]): number {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  return Math.ceil(characters / NOTE_LINE_CHARACTERS) * NOTE_LINE_PX;
}
