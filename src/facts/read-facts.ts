import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "astro/zod";
import { keepByText } from "../cache/keep.ts";
import { listFiles } from "../disk/list-files.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Place } from "../report/place.ts";
import { readYaml } from "../report/read-yaml.ts";
import type { Citation, Fact, FactBook, Proof, Source } from "./fact.ts";
import { showValue } from "./show-value.ts";

export const FACTS_FOLDER = "content/facts";
/** Files of sources. Their ids share one namespace; gRPC's sources are in a file of their own. */
const SOURCES = /^sources(-\w+)?\.yaml$/;
const FACTS_FILE = /^[a-z0-9-]+\.yaml$/;
/** Files for people, and for editors and systems. */
const NO_FACTS = /(?:^|\/)(?:\.[^/]*|README\.md)$/;
/** The source of facts for which we alone answer. */
const OURS = "ours";

const sourceSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !url.includes("#"), "the anchor belongs to the fact that cites it"),
});

/** A number that is shown as it is written; a longer one would lose its last digits. */
const exactNumber = z
  .number()
  .refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value), {
    error: "this number is too long to be read exactly: put it in quotes",
  });

const recordSchema = z.strictObject({
  setting: z.string().min(1).optional(),
  says: z.string().regex(/^[^a-z].*\.$/, 'one sentence: a capital, a full stop "."'),
  /** Absent for a statement. */
  value: z
    .union([z.string().min(1), exactNumber, z.boolean(), z.null()], {
      error: (issue) =>
        issue.code === "invalid_union"
          ? "expected a text, a number, true, false or null"
          : undefined,
    })
    .optional(),
  unit: z.string().min(1).optional(),
  shown: z.string().min(1).optional(),
  holds: z.string().min(1).optional(),
  of: z.string().min(1).optional(),
  since: z.string().min(1).optional(),
  source: z
    .string()
    .regex(/^[^\s#]+(?:#\S+)?$/, "the id of a source, or with an anchor, id#anchor")
    .optional(),
  proof: z
    .string()
    .regex(/^\S+ \S/, "a sample's id, a space, the key of a line that it prints")
    .optional(),
});

const groupSchema = z.strictObject({
  system: z.enum(["grpc", "kafka", "both"]),
  of: z.string().min(1),
  holds: z.string().min(1),
  facts: z.record(z.string().regex(/^\S+$/, "a key without spaces"), z.unknown()),
});

/** Reads every record below `content/facts`. A site without that folder has no facts. */
export function readFacts(root: string): FactBook & { issues: readonly Issue[] } {
  const folder = path.join(root, FACTS_FOLDER);
  const listed = listFiles(folder).filter((name) => !NO_FACTS.test(name));
  const files = listed.filter((name) => FACTS_FILE.test(name));
  const texts = files.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
  const { issues, ...book } = parseKept(root, JSON.stringify(texts));
  const others = listed.filter((name) => !FACTS_FILE.test(name)).map(wrongName);
  return { ...book, issues: [...others, ...issues] };
}

/** A file that nothing would read. */
function wrongName(name: string): Issue {
  const plain = path.posix.parse(name).name.toLowerCase();
  const message = `This file is not read: facts are in files directly below ${FACTS_FOLDER}, named in small letters, that end in .yaml. Rename it to ${FACTS_FOLDER}/${plain}.yaml, or move it elsewhere.`;
  return { slug: "wrong-ending", file: `${FACTS_FOLDER}/${name}`, line: 1, column: 1, message };
}

const parseKept = keepByText((_root, texts) =>
  parseFacts(new Map(z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(texts)))),
);

/** Reads records from the texts of files, by file name. */
function parseFacts(texts: ReadonlyMap<string, string>): FactBook & { issues: readonly Issue[] } {
  const files = [...texts.keys()];
  const issues: Issue[] = [];
  const sources = new Map<string, Source & Place>();
  for (const name of files.filter((it) => SOURCES.test(it))) {
    const yaml = openYaml(name, texts.get(name) ?? "", issues);
    for (const [id, value] of Object.entries(yaml.content)) {
      const place = yaml.placeOf([id]);
      const source = parse(
        sourceSchema,
        value,
        `The source "${id}"`,
        (keys) => yaml.placeOf([id, ...keys]),
        issues,
      );
      const twice = sources.get(id);
      if (twice !== undefined) {
        const message = `The source "${id}" stands in ${twice.file} too. Ids of sources are one namespace: take one out.`;
        issues.push({ slug: "duplicate-source", ...place, message });
      } else if (source !== undefined) sources.set(id, { id, ...source, ...place });
    }
  }
  const facts = new Map<string, Fact>();
  for (const name of files.filter((it) => !SOURCES.test(it))) {
    const yaml = openYaml(name, texts.get(name) ?? "", issues);
    if (!yaml.isRead) continue;
    const group = parse(groupSchema, yaml.content, "The file", yaml.placeOf, issues);
    for (const [key, value] of Object.entries(group?.facts ?? {})) {
      const id = `${name.slice(0, -".yaml".length)}.${key}`;
      const place = yaml.placeOf(["facts", key]);
      const record = parse(
        recordSchema,
        value,
        `The fact "${id}"`,
        (keys) => yaml.placeOf(["facts", key, ...keys]),
        issues,
      );
      if (group === undefined || record === undefined) continue;
      const fact = makeFact(id, place, group, record, sources, issues);
      if (fact !== undefined) facts.set(id, fact);
    }
  }
  return { facts, sources, issues };
}

function makeFact(
  id: string,
  place: Place,
  group: z.output<typeof groupSchema>,
  record: z.output<typeof recordSchema>,
  sources: FactBook["sources"],
  issues: Issue[],
): Fact | undefined {
  const citation = readCitation(record.source, sources);
  if (citation === "unknown") {
    const [wanted = ""] = record.source?.split("#") ?? [];
    issues.push({
      slug: "unknown-source",
      ...place,
      message: `The fact "${id}" cites "${wanted}", which is no source.${didYouMean(wanted, [...sources.keys()])}\nSources are in ${FACTS_FOLDER}/sources.yaml.`,
    });
    return undefined;
  }
  if (record.source === undefined && record.proof === undefined) {
    issues.push({
      slug: "unproven-fact",
      ...place,
      message: `Nothing proves the fact "${id}".\nType "source: <id of a source>#<anchor>", or "proof: <id of a sample> <key of a line>". An opinion says so: "source: ${OURS}".`,
    });
    return undefined;
  }
  return {
    id,
    ...place,
    system: group.system,
    group: { of: group.of, holds: group.holds },
    of: record.of ?? group.of,
    holds: record.holds ?? group.holds,
    setting: record.setting,
    says: record.says,
    ...showValue(record),
    since: record.since,
    citation,
    proof: record.proof === undefined ? undefined : readProof(record.proof),
    rung: record.proof !== undefined ? "executed" : record.source === OURS ? "opinion" : "cited",
  };
}

/** Finds the source of `kafka-design#semantics`, and its URL with the anchor. */
export function readCitation(
  text: string | undefined,
  sources: ReadonlyMap<string, Source>,
): Citation | "unknown" | undefined {
  if (text === undefined || text === OURS) return undefined;
  const [id = "", anchor] = text.split("#");
  const source = sources.get(id);
  if (source === undefined) return "unknown";
  return { source, url: anchor === undefined ? source.url : `${source.url}#${anchor}` };
}

/** Reads a proof: `java/read-defaults producer linger.ms`, or a whole line in quotation marks. */
function readProof(text: string): Proof {
  const space = text.indexOf(" ");
  const rest = text.slice(space + 1);
  const line = /^"(.*)"$/.exec(rest)?.[1];
  return { sample: text.slice(0, space), key: line ?? rest, isLine: line !== undefined };
}

interface Yaml {
  readonly content: Record<string, unknown>;
  /** Whether it is valid YAML. */
  readonly isRead: boolean;
  readonly placeOf: (path: readonly string[]) => Place;
}

function openYaml(name: string, text: string, issues: Issue[]): Yaml {
  const file = `${FACTS_FOLDER}/${name}`;
  const { content, problems, placeOf } = readYaml(text);
  for (const problem of problems) issues.push({ slug: "yaml-syntax", file, ...problem });
  const isMap = isRecord(content ?? {});
  if (problems.length === 0 && !isMap)
    issues.push({
      slug: "bad-fact",
      ...{ file, line: 1, column: 1 },
      message: "The file is no map: expected names with a colon, such as the id of a source.",
    });
  return {
    content: isRecord(content) ? content : {},
    isRead: problems.length === 0 && isMap,
    placeOf: (keys) => ({ file, ...(placeOf(keys) ?? { line: 1, column: 1 }) }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
  placeOf: Yaml["placeOf"],
  issues: Issue[],
): z.output<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: keys, message }) => `${keys.map(String).join(".") || "record"}: ${message}`,
  );
  issues.push({
    slug: "bad-fact",
    ...placeOf(pathOf(result.error.issues[0])),
    message: `${what} is not written as it should be.\n${problems.join("\n")}`,
  });
  return undefined;
}

/** The path to what is wrong. An unknown key is named in the issue itself, not in its path. */
function pathOf(issue: z.core.$ZodIssue | undefined): string[] {
  const keys = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...keys].map(String);
}
