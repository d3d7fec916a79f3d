import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "astro/zod";
import { keepByText } from "../cache/keep.ts";
import { listFiles } from "../disk/list-files.ts";
import { ALIASES_ENDING, DOCS_FOLDER, type Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import { readYaml } from "../report/read-yaml.ts";
import type { Position } from "../report/source-text.ts";

/** How somebody asks for what a heading answers. */
export interface Alias {
  /** The title of a report or an error's text, as it was written; or a question in other words than the page's. */
  readonly asks: string;
  /** Where it was asked: `grpc/grpc-node#3068`, or a URL; "ours" when an editor wrote it. */
  readonly source: string;
  /** The id of the heading that answers; empty for the beginning of the page. */
  readonly opens: string;
}

const LONGEST = 160;

const fileSchema = z.array(
  z.strictObject({
    asks: z.string().min(3).max(LONGEST),
    source: z.string().regex(/^(?:ours|[\w.-]+\/[\w.-]+#\d+|https:\/\/\S+)$/, {
      error: 'expected a report, such as "grpc/grpc-node#3068", a URL, or "ours"',
    }),
    opens: z.string(),
  }),
);

interface ReadAliases {
  /** Slug of a page → its aliases, in the order of its file. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
  readonly issues: readonly Issue[];
}

/** Reads `page.aliases.yaml` beside each page that has one. */
export function readAliases(root: string, pages: readonly Page[]): ReadAliases {
  const aliases = new Map<string, readonly Alias[]>();
  const issues: Issue[] = [];
  const asked = new Map<string, string>();
  for (const name of listFiles(path.join(root, DOCS_FOLDER))) {
    if (!name.endsWith(ALIASES_ENDING)) continue;
    const file = `${DOCS_FOLDER}/${name}`;
    const page = pages.find((it) => it.file === file.replace(ALIASES_ENDING, ".mdx"));
    const report = ({ line, column }: Position, message: string): void => {
      issues.push({ slug: "bad-alias", file, line, column, message });
    };
    if (page === undefined) {
      report({ line: 1, column: 1 }, "There is no page beside it. Give it the name of its page.");
      continue;
    }
    const { read, problems } = readKept(file, readFileSync(path.join(root, file), "utf8"));
    for (const { message, ...place } of problems) report(place, message);
    const ids = page.headings.flatMap(({ id }) => id ?? []);
    for (const { alias, place } of read) {
      const before = asked.get(alias.asks.toLowerCase());
      if (before !== undefined) report(place, `${before} has the same words. Take one out.`);
      asked.set(alias.asks.toLowerCase(), file);
      if (alias.opens !== "" && !ids.includes(alias.opens))
        report(place, `The page has no heading "${alias.opens}".${didYouMean(alias.opens, ids)}`);
    }
    aliases.set(
      page.slug,
      read.map(({ alias }) => alias),
    );
  }
  return { aliases, issues };
}

const readKept = keepByText(readFile);

function readFile(
  _file: string,
  text: string,
): {
  readonly read: readonly { readonly alias: Alias; readonly place: Position }[];
  readonly problems: readonly ({ readonly message: string } & Position)[];
} {
  const { content, problems, placeOf } = readYaml(text);
  const start = { line: 1, column: 1 };
  if (problems.length > 0) return { read: [], problems };
  const parsed = fileSchema.safeParse(content);
  if (parsed.success)
    return {
      read: parsed.data.map((alias, index) => ({ alias, place: placeOf([index]) ?? start })),
      problems: [],
    };
  return {
    read: [],
    problems: parsed.error.issues.map((issue) => ({
      message: `${issue.path.map(String).join(".")}: ${issue.message}`,
      ...(placeOf(issue.path.map((it) => (typeof it === "number" ? it : String(it)))) ?? start),
    })),
  };
}
