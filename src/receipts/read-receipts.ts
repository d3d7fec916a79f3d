import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "astro/zod";
import { keepByText } from "../cache/keep.ts";
import type { Issue } from "../report/issue.ts";
import type { Receipt } from "./receipt.ts";
import { countWireLines } from "./wire-file.ts";
import type { IssueSlug } from "../report/slugs.ts";

export const RECEIPTS_FOLDER = "content/receipts";
const WIRE_FILE = /\.\d+\.wire\.txt$/;

const counts = z.record(z.string().min(1), z.number());
const milliseconds = z.number().nonnegative();
const optional = z.exactOptional;

const seriesSchema = z
  .strictObject({
    unit: z.string().min(1),
    ms: z.array(z.number()).min(1),
    lines: z.record(z.string().min(1), z.array(z.number())),
  })
  .refine(
    ({ ms, lines }) => Object.values(lines).every(({ length }) => length === ms.length),
    "Expected a value of each line for each time.",
  );

const receiptSchema = z.strictObject({
  sample: z.string().min(1),
  inputs: z.string().regex(/^[0-9a-f]{64}$/, "Expected a SHA-256, hexadecimal."),
  story: optional(z.string().min(1)),
  compared: z.strictObject({
    runs: z
      .array(
        z.strictObject({
          at: optional(z.string().min(1)),
          behind: optional(z.string().min(1)),
          without: optional(z.string().min(1)),
          programs: z
            .array(
              z.strictObject({
                name: z.string().min(1),
                command: z.string().min(1),
                output: z.array(z.string()),
                exit: z.union([z.number().int(), z.string().min(1)]),
              }),
            )
            .min(1),
          counts,
          holds: z.record(z.string().min(1), z.boolean()),
        }),
      )
      .min(1),
  }),
  recorded: z.strictObject({
    date: z.iso.date(),
    versions: z.record(z.string().min(1), z.string().min(1)),
    settings: z.array(z.string().min(1)),
    long: optional(z.literal(true)),
    beside: optional(
      z.strictObject({
        brokers: optional(z.number().int().positive()),
        topics: optional(
          z.array(
            z.strictObject({ name: z.string().min(1), partitions: z.number().int().positive() }),
          ),
        ),
        database: optional(z.literal("postgres")),
        proxies: optional(z.array(z.string().min(1))),
      }),
    ),
    runs: z.array(
      z.strictObject({
        durationMs: milliseconds,
        counts,
        ranges: optional(z.record(z.string().min(1), z.tuple([z.number(), z.number()]))),
        made: optional(z.number().int().min(2)),
        strip: optional(
          z.string().regex(/^[oxldD]{1000}$/, "Expected 1,000 letters out of o, l, x, d and D."),
        ),
        marks: optional(
          z.array(
            z.strictObject({
              ms: milliseconds,
              what: z.enum(["killed", "back"]),
              program: z.string().min(1),
            }),
          ),
        ),
        series: optional(z.record(z.string().min(1), seriesSchema)),
        wire: optional(
          z.strictObject({ file: z.string().min(1), lines: z.number().int().positive() }),
        ),
      }),
    ),
  }),
}) satisfies z.ZodType<Receipt>;

/** All receipts of a site. */
interface ReadReceipts {
  /** By sample id, sorted. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Ids whose file exists but is reported as invalid. */
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/**
 * Reads all receipts, with an issue for each file that is not exactly what `npm run verify` writes. Returns the same
 * object again as long as no file has changed.
 */
export async function readReceipts(root: string): Promise<ReadReceipts> {
  const files = await listFiles(path.join(root, RECEIPTS_FOLDER));
  const written = files.map((file) => {
    const { mtimeMs, size, ino } = statSync(pathOf(root, file));
    return [file, mtimeMs, size, ino];
  });
  return readKept(root, JSON.stringify([files, written]));
}

const readKept = keepByText((root, written) => {
  const [files] = z.tuple([z.array(z.string()), z.unknown()]).parse(JSON.parse(written));
  return readListed(root, files);
});

function readListed(root: string, files: readonly string[]): ReadReceipts {
  const receipts = new Map<string, Receipt>();
  const unreadable = new Set<string>();
  const issues: Issue[] = [];
  const wireFiles = new Set(files.filter((file) => WIRE_FILE.test(file)));
  for (const file of files.filter((it) => !wireFiles.has(it))) {
    const id = file.replace(/\.json$/, "");
    const read = readReceipt(root, file, id);
    if ("problem" in read) {
      unreadable.add(id);
      issues.push(issueAt(file, "bad-receipt", `${read.problem}\n${howToRecord(id)}`));
      continue;
    }
    receipts.set(id, read.receipt);
    for (const { wire } of read.receipt.recorded.runs) {
      if (wire !== undefined) wireFiles.delete(path.posix.join(path.posix.dirname(id), wire.file));
    }
  }
  for (const file of wireFiles) {
    // The wire files of an invalid receipt may belong to it.
    if (unreadable.has(file.replace(WIRE_FILE, ""))) continue;
    const message = `No receipt names this file. Delete ${RECEIPTS_FOLDER}/${file}.`;
    issues.push(issueAt(file, "orphan-receipt", message));
  }
  return { receipts, unreadable, issues };
}

/** Says what to type when a receipt is missing, stale or invalid. */
export function howToRecord(id: string): string {
  return `Type: npm run verify -- =${id} --update`;
}

function readReceipt(
  root: string,
  file: string,
  id: string,
): { readonly receipt: Receipt } | { readonly problem: string } {
  if (!file.endsWith(".json")) return { problem: `"${path.posix.basename(file)}" is no receipt.` };
  const parsed = receiptSchema.safeParse(parseJson(readFileSync(pathOf(root, file), "utf8")));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join(".") || "receipt"}: ${issue.message}`,
    );
    return { problem: `It is not what npm run verify writes.\n${problems.join("\n")}` };
  }
  const receipt = parsed.data;
  const problem = contradiction(root, id, receipt);
  return problem === undefined ? { receipt } : { problem };
}

/** Finds what a schema cannot check: parts of a receipt that contradict each other or its files. */
function contradiction(root: string, id: string, receipt: Receipt): string | undefined {
  if (receipt.sample !== id) return `It says that it is of "${receipt.sample}", and lies at ${id}.`;
  const { compared, recorded } = receipt;
  if (compared.runs.length !== recorded.runs.length)
    return `It compares ${compared.runs.length} runs and records ${recorded.runs.length}.`;
  for (const [run, { wire }] of recorded.runs.entries()) {
    if (wire === undefined) continue;
    const expected = `${path.posix.basename(id)}.${run}.wire.txt`;
    if (wire.file !== expected)
      return `The wire of run ${run} is "${wire.file}". Expected "${expected}".`;
    const lines = countWireLines(pathOf(root, path.posix.join(path.posix.dirname(id), wire.file)));
    if (lines !== wire.lines)
      return `${wire.file} has ${lines ?? "no"} lines. Expected ${wire.lines}.`;
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(root: string, file: string): string {
  return path.join(root, RECEIPTS_FOLDER, file);
}

function issueAt(file: string, slug: IssueSlug, message: string): Issue {
  return { slug, file: `${RECEIPTS_FOLDER}/${file}`, line: 1, column: 1, message };
}

/** Lists the paths below `folder`, with forward slashes, sorted; none when there is no such folder. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    },
  );
  return (
    entries
      .filter(
        (entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name !== "README.md",
      )
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
      )
      // The record of the last proof belongs to no sample.
      .filter((file) => file !== "proved.json")
      .sort()
  );
}
