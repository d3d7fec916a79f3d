import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { isScenarioFile, samplesOfScenario } from "../receipts/scenario-files.ts";
import { keepByText } from "../cache/keep.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean, nearestNames } from "../report/nearest.ts";
import { languageOfExtension, LANGUAGES, type Language } from "./languages.ts";
import { findRegions, withoutMarkers, type Region } from "./regions.ts";
import { isErrorCode } from "../mdx/fence-meta.ts";
import { normaliseText } from "../report/source-text.ts";

/** A file below `content/samples`, read but not yet checked. */
export interface SampleFile {
  /** What the URL of its page is made of: see {@link sampleId}. */
  readonly id: string;
  /** Path below `content/samples`, with forward slashes. */
  readonly path: string;
  /** Path from the repository's root. */
  readonly file: string;
  /** The file as it is on disk, without byte order mark and CRLF: what the compiler sees. */
  readonly source: string;
  /** The file as a reader copies it: without fold markers. */
  readonly text: string;
  readonly language: Language;
  /** Written by the stub generator, not by us. */
  readonly generated: boolean;
  /** The first comment line. */
  readonly title: string;
  /** The command that runs it, from `// Run: …`; absent for a module that others import. */
  readonly run?: string;
  /** What it needs and does not import, from `// Needs: ../shop/v1/orders.proto, @bufbuild/buf`: files by their path, packages by name. */
  readonly needs?: readonly string[];
  /** Why it is not run when the site is verified, from `// not run: …`. */
  readonly notRun?: string;
  /** The compiler error that it must produce, from `// expect: TS2345`. */
  readonly expect?: string;
  readonly regions: readonly Region[];
  /** Of `text`, hexadecimal. */
  readonly sha256: string;
}

export const SAMPLES_FOLDER = "content/samples";
const GENERATED_FOLDER = "gen/";
/** Files that configure the folder's own tools; read by those tools, so never shown unproven. */
const CONFIGURATION = new Set(["tsconfig.json", "buf.yaml", "buf.gen.yaml", "README.md"]);
/** Folders that npm and Maven fill. */
const FOREIGN_FOLDERS: readonly string[] = ["node_modules", "target"];

/**
 * Reads every file below `content/samples`, sorted by path, but the scenarios beside samples. Throws only when a file
 * cannot be read.
 */
export async function findSamples(root: string): Promise<{
  readonly samples: readonly SampleFile[];
  readonly issues: readonly Issue[];
}> {
  const folder = path.join(root, SAMPLES_FOLDER);
  const listed = (await listFiles(folder)).filter((relative) => !CONFIGURATION.has(relative));
  const files = listed.filter((relative) => !isScenarioFile(relative));
  const read = files.map((relative) => {
    const text = readFileSync(path.join(folder, relative), "utf8");
    return readKept(relative, normaliseText(text));
  });
  const samples = read.flatMap(({ sample }) => sample ?? []);
  return {
    samples,
    issues: [
      ...read.flatMap(({ issues }) => issues),
      ...lonelyScenarios(listed),
      ...sharedIds(samples),
    ],
  };
}

const readKept = keepByText(readSample);

function readSample(
  relative: string,
  source: string,
): { sample: SampleFile | undefined; issues: Issue[] } {
  const language = languageOfExtension(path.extname(relative).slice(1));
  if (language === undefined) return { sample: undefined, issues: [unknownExtension(relative)] };
  const file = `${SAMPLES_FOLDER}/${relative}`;
  const issues: Issue[] = [];
  const generated = relative.startsWith(GENERATED_FOLDER);
  const header = readHeader(source);
  const { regions, problems } = generated ? { regions: [], problems: [] } : findRegions(source);
  for (const problem of problems) {
    issues.push({
      slug: problem.slug,
      file,
      line: problem.line,
      column: 1,
      message: problem.message,
    });
  }
  if (!generated && header.title === "") {
    issues.push({
      slug: "missing-title",
      file,
      line: 1,
      column: 1,
      message:
        'A sample opens with one line that says what it shows. Type "// What it shows." above everything else.',
    });
  }
  if (header.expect !== undefined && !isErrorCode(header.expect.value)) {
    issues.push({
      slug: "bad-expect",
      file,
      line: header.expect.line,
      column: 1,
      message: `"${header.expect.value}" is not a compiler error code. Type it as the compiler prints it: "// expect: TS2345".`,
    });
  }
  const text = withoutMarkers(source);
  const sample: SampleFile = {
    id: sampleId(relative),
    path: relative,
    file,
    source,
    text,
    language,
    generated,
    title: generated
      ? `Generated from ${relative.slice(GENERATED_FOLDER.length).replace(/\.ts$/, ".proto")}`
      : header.title,
    ...(header.run === undefined ? {} : { run: header.run }),
    ...(header.needs === undefined ? {} : { needs: header.needs }),
    ...(header.notRun === undefined ? {} : { notRun: header.notRun }),
    ...(header.expect === undefined ? {} : { expect: header.expect.value }),
    regions,
    sha256: createHash("sha256").update(text).digest("hex"),
  };
  return { sample, issues };
}

/** A header is never longer. */
const HEADER_LINES = 10;

/**
 * A page's path cannot end like a file's: `shop/v1/orders.proto` is the page `shop/v1/orders-proto`. TypeScript's ending
 * goes; a Java class goes by its name in our spelling, without Maven's folder: `java/main/ReadDefaults.java` is
 * `java/read-defaults`.
 */
export function sampleId(relative: string): string {
  return relative
    .replace(/(?:(?:main|test)\/)?(\w+)\.java$/, (_, name: string) => toKebabCase(name))
    .replace(/\.ts$/, "")
    .replace(/\.(\w+)$/, "-$1");
}

function toKebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}

/** Reads the comment lines that open a file: a title, then `Run: …`, `Needs: …`, `not run: …` and `expect: …` in any order. */
function readHeader(source: string): {
  title: string;
  run?: string;
  needs?: string[];
  notRun?: string;
  expect?: { value: string; line: number };
} {
  let title = "";
  let run: string | undefined;
  let needs: string[] | undefined;
  let notRun: string | undefined;
  let expect: { value: string; line: number } | undefined;
  for (const [index, line] of source.split("\n", HEADER_LINES).entries()) {
    const comment = /^(?:\/\/|#|<!--)\s?(.*?)(?:\s*-->)?$/.exec(line)?.[1];
    if (comment === undefined) break;
    const word = /^(Run|Needs|not run|expect):\s*(.+?)\s*$/.exec(comment);
    if (word?.[1] === "Run") run = word[2];
    else if (word?.[1] === "Needs") needs = word[2]?.split(/,\s*/);
    else if (word?.[1] === "not run") notRun = word[2];
    else if (word?.[1] === "expect") expect = { value: word[2] ?? "", line: index + 1 };
    else if (title === "" && !comment.startsWith("#region")) title = comment.trim();
  }
  return {
    title,
    ...(run === undefined ? {} : { run }),
    ...(needs === undefined ? {} : { needs }),
    ...(notRun === undefined ? {} : { notRun }),
    ...(expect === undefined ? {} : { expect }),
  };
}

/** Two files with one id would share a page and a record. */
function sharedIds(samples: readonly SampleFile[]): Issue[] {
  return [...Map.groupBy(samples, ({ id }) => id)].flatMap(([id, [first, ...others]]) =>
    others.map(({ file }) => ({
      slug: "duplicate-id",
      file,
      line: 1,
      column: 1,
      message: `${first?.file ?? ""} has the id "${id}" too. Rename one of them.`,
    })),
  );
}

/** A scenario without the sample that it proves proves nothing. */
function lonelyScenarios(listed: readonly string[]): Issue[] {
  const there = new Set(listed);
  return listed.flatMap((relative) => {
    const beside = samplesOfScenario(relative);
    const [sample] = beside;
    if (sample === undefined || beside.some((it) => there.has(it))) return [];
    return [
      {
        slug: "orphan-scenario",
        file: `${SAMPLES_FOLDER}/${relative}`,
        line: 1,
        column: 1,
        message: `There is no sample "${sample}". A scenario stands beside the sample that it proves; what several share ends in ".scenario-parts.ts".${didYouMean(sample, listed)}`,
      },
    ];
  });
}

function unknownExtension(relative: string): Issue {
  const extension = path.extname(relative).slice(1);
  const near = nearestNames(extension, LANGUAGES);
  return {
    slug: "unknown-language",
    file: `${SAMPLES_FOLDER}/${relative}`,
    line: 1,
    column: 1,
    message: `No sample language has the extension ".${extension}". Known: ${LANGUAGES.join(", ")}.${near.length > 0 ? ` Did you mean "${near[0]}"?` : ""}`,
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .filter(
      (relative) =>
        !relative.split("/").some((part) => part.startsWith(".") || FOREIGN_FOLDERS.includes(part)),
    )
    .sort();
}
