import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { isScenarioFile, samplesOfScenario } from "../receipts/scenario-files.ts";
import { keepByText } from "../cache/keep.ts";
import type { Issue } from "../report/issue.ts";
import type { IssueSlug } from "../report/slugs.ts";
import { didYouMean } from "../report/nearest.ts";
import { BROWSERS_FOLDER } from "./browsers.ts";
import { blankTexts } from "./comments.ts";
import { languageOfFile } from "./endings.ts";
import { readHeader, type Header } from "./header.ts";
import { commentsOf, type Language } from "./languages.ts";
import { withoutMarkers } from "./markers.ts";
import { findRegions, type Region } from "./regions.ts";
import { normaliseText } from "../report/source-text.ts";

/** A file below `content/samples` that was read but not yet checked. */
export interface SampleFile extends Header {
  /** The path of its page below `/samples/`: see {@link sampleId}. */
  readonly id: string;
  /** Path below `content/samples`, with forward slashes. */
  readonly path: string;
  /** Path from the repository's root. */
  readonly file: string;
  /** The file as on disk, without byte order mark and CRLF, as the compiler sees it. */
  readonly source: string;
  /** The file as readers copy it, without fold markers. */
  readonly text: string;
  readonly language: Language;
  /** Whether the stub generator wrote it. */
  readonly generated: boolean;
  readonly regions: readonly Region[];
  /** SHA-256 of `text`, in hexadecimal. */
  readonly sha256: string;
}

export const SAMPLES_FOLDER = "content/samples";
const GENERATED_FOLDER = "gen/";
/** Configuration files of the folder's own tools. Those tools read them, so they are not shown as samples. */
const CONFIGURATION = new Set([
  "tsconfig.json",
  `${BROWSERS_FOLDER}/tsconfig.json`,
  "buf.yaml",
  "buf.gen.yaml",
  "README.md",
]);
/** Folders that npm and Maven fill. */
const FOREIGN_FOLDERS: readonly string[] = ["node_modules", "target"];

/**
 * Reads every file below `content/samples` except scenarios, sorted by path. Throws only when a file cannot be read.
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
      ...emptyScenarios(folder, listed),
      ...sharedIds(samples),
    ],
  };
}

const readKept = keepByText(readSample);

function readSample(
  relative: string,
  source: string,
): { sample: SampleFile | undefined; issues: Issue[] } {
  const file = `${SAMPLES_FOLDER}/${relative}`;
  const kind = languageOfFile(relative);
  if ("refused" in kind)
    return { sample: undefined, issues: [issueAt(file, 1, "unknown-ending", kind.refused)] };
  const { language } = kind;
  const generated = relative.startsWith(GENERATED_FOLDER);
  const text = withoutMarkers(source, language);
  const { header, problems: headerProblems } = readHeader(source, language);
  const { regions, problems } = generated
    ? { regions: [], problems: [] }
    : findRegions(source, language);
  const sample: SampleFile = {
    ...header,
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
    regions,
    sha256: createHash("sha256").update(text).digest("hex"),
  };
  if (generated) return { sample, issues: [] };
  const issues = [...headerProblems, ...problems].map(({ line, slug, message }) =>
    issueAt(file, line, slug, message),
  );
  return { sample, issues: [...issues, ...missingText(sample), ...wrongRun(sample)] };
}

/** Reports a `// Run:` line that starts another program than the file in which it stands. */
function wrongRun({ file, path: relative, source, run }: SampleFile): Issue[] {
  if (run === undefined) return [];
  const own = path.posix.basename(relative);
  const [, node, java] = /^node (\S+)|^mvn .*-D(?:exec\.mainClass|test)=(\S+)/.exec(run) ?? [];
  const started = node ?? (java === undefined ? own : `${java}.java`);
  if (started === own) return [];
  const line = source.split("\n").findIndex((it) => it.includes(run)) + 1;
  const right = run.replace(node ?? java ?? "", node === undefined ? path.parse(own).name : own);
  return [
    issueAt(
      file,
      line,
      "wrong-run",
      `"Run: ${run}" starts ${started}, and this file is ${own}. Type "Run: ${right}".`,
    ),
  ];
}

/** Reports a sample without a title, or without anything below its header. */
function missingText({ file, text, title, language }: SampleFile): Issue[] {
  const isEmpty = text.trim() === "";
  if (isEmpty)
    return [
      issueAt(file, 1, "nothing-to-show", "This file is empty. Write the sample, or remove it."),
    ];
  if (title !== "") return [];
  const { line = "", block } = commentsOf(language);
  if (line === "" && block === undefined)
    return [
      issueAt(
        file,
        1,
        "missing-title",
        "A sample opens with a comment that says what it shows, and this kind of file has no comments. Write it as a .ts file, or move it out of content/samples.",
      ),
    ];
  const opening = line === "" && block ? block.join(" What it shows. ") : `${line} What it shows.`;
  return [
    issueAt(
      file,
      1,
      "missing-title",
      `A sample opens with one line that says what it shows. Type "${opening}" above everything else.`,
    ),
  ];
}

/**
 * The id of a sample's page. A page's path cannot end like a file's, so `shop/v1/orders.proto` becomes
 * `shop/v1/orders-proto`. TypeScript's ending is dropped. A Java class loses Maven's folder and is spelled like other
 * pages: `java/main/ReadDefaults.java` becomes `java/read-defaults`.
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

/** Reports files with the same id, on a disk that ignores case too. They would share a page and a record. */
function sharedIds(samples: readonly SampleFile[]): Issue[] {
  return [...Map.groupBy(samples, ({ id }) => id.toLowerCase())].flatMap(
    ([id, [first, ...others]]) =>
      others.map(({ file }) =>
        issueAt(
          file,
          1,
          "duplicate-id",
          `${first?.file ?? ""} has the id "${id}" too. Rename one of them.`,
        ),
      ),
  );
}

/** Reports scenarios whose sample does not exist, since they prove nothing. */
function lonelyScenarios(listed: readonly string[]): Issue[] {
  const there = new Set(listed);
  return listed.flatMap((relative) => {
    const beside = samplesOfScenario(relative);
    const [sample] = beside;
    if (sample === undefined || beside.some((it) => there.has(it))) return [];
    return [
      issueAt(
        `${SAMPLES_FOLDER}/${relative}`,
        1,
        "orphan-scenario",
        `There is no sample "${sample}". A scenario stands beside the sample that it proves; what several share ends in ".scenario-parts.ts".${didYouMean(sample, listed)}`,
      ),
    ];
  });
}

/** Reports scenarios that export nothing, so that nothing would be run. */
function emptyScenarios(folder: string, listed: readonly string[]): Issue[] {
  return listed
    .filter((relative) => samplesOfScenario(relative).length > 0)
    .filter(
      (relative) =>
        !/^export default\b/m.test(
          blankTexts(readFileSync(path.join(folder, relative), "utf8"), "ts"),
        ),
    )
    .map((relative) =>
      issueAt(
        `${SAMPLES_FOLDER}/${relative}`,
        1,
        "empty-scenario",
        'This scenario has no default export, so it runs nothing. Type "export default { … } satisfies Scenario;".',
      ),
    );
}

function issueAt(file: string, line: number, slug: IssueSlug, message: string): Issue {
  return { slug, file, line, column: 1, message };
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
