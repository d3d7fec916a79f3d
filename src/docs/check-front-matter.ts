import type { z } from "astro/zod";
import type { FrontMatter } from "../mdx/front-matter.ts";
import type { Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Position } from "../report/source-text.ts";
import { PAGE_KEYS, pageSchema, type PageFrontMatter } from "./page-schema.ts";

const KEYS = Object.keys(PAGE_KEYS);
const REQUIRED = KEYS.filter((key) =>
  pageSchema.safeParse({}).error?.issues.some(({ path }) => path[0] === key),
);

/** Validates a page's front matter. Every wrong key is an issue at its own line. */
export function checkFrontMatter({ file, frontMatter, issues }: Page): {
  readonly data: PageFrontMatter | undefined;
  readonly issues: readonly Issue[];
} {
  const report = (place: Position, message: string): Issue => ({
    slug: "bad-front-matter",
    file,
    line: place.line,
    column: place.column,
    message,
  });
  if (frontMatter === undefined) {
    // A page that does not parse already has its issue.
    if (issues.some(({ slug }) => slug === "mdx-syntax")) return { data: undefined, issues: [] };
    const lines = ["---", ...REQUIRED.map((key) => exampleOf(key)), "---"];
    const message = `A page opens with front matter, between two lines "---". Type:\n${lines.join("\n")}`;
    return { data: undefined, issues: [report({ line: 1, column: 1 }, message)] };
  }
  if (frontMatter.problems.length > 0) {
    return {
      data: undefined,
      issues: frontMatter.problems.map(({ message, line, column }) => ({
        slug: "yaml-syntax",
        file,
        line,
        column,
        message: `${message}\nA text with ": ", "#" or quotes in it stands in quotes.`,
      })),
    };
  }
  const result = pageSchema.safeParse(frontMatter.data);
  if (result.success) return { data: result.data, issues: [] };
  return {
    data: undefined,
    issues: result.error.issues.flatMap((issue) =>
      describe(issue, frontMatter).map(({ place, message }) => report(place, message)),
    ),
  };
}

function describe(
  issue: z.core.$ZodIssue,
  { data, placeOf, start }: FrontMatter,
): { place: Position; message: string }[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      place: placeOf([key]),
      message: `Front matter has no key "${key}".${didYouMean(key, KEYS)} Known: ${KEYS.join(", ")}.`,
    }));
  }
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const key = String(path[0] ?? "");
  const type = `\nType: ${exampleOf(key)}`;
  if (!Object.hasOwn(data, key))
    return [{ place: start, message: `Front matter lacks the key "${key}".${type}` }];
  const value = path.reduce<unknown>(
    (whole, part) => (isIndexable(whole) ? whole[part] : undefined),
    data,
  );
  const near =
    issue.code === "invalid_value" && typeof value === "string"
      ? didYouMean(value, issue.values.map(String))
      : "";
  return [
    {
      place: placeOf(path),
      message: `"${path.join(".")}" cannot be ${JSON.stringify(value)}: ${issue.message}.${near}${type}`,
    },
  ];
}

function exampleOf(key: string): string {
  return Object.entries(PAGE_KEYS).find(([name]) => name === key)?.[1] ?? `${key}: …`;
}

function isIndexable(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === "object" && value !== null;
}
