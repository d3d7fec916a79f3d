import path from "node:path";
import type { Receipt } from "../receipts/receipt.ts";
import type { Issue } from "../report/issue.ts";
import { readYaml } from "../report/read-yaml.ts";
import type { Position } from "../report/source-text.ts";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { keepByText } from "../cache/keep.ts";
import { didYouMean } from "../report/nearest.ts";
import type { CheckedSite, Sample } from "../check/index.ts";
import { checkValues, findValues, type Grounds } from "./check-values.ts";
import type { FactBook, ShownFacts } from "./fact.ts";
import { groupOf } from "./fact-group.ts";
import { FACTS_FOLDER, readCitation, readFacts } from "./read-facts.ts";
import { pagePath } from "../mdx/page.ts";
import type { Page } from "../mdx/page.ts";
import { type FactUse, numbersOf, proveFacts, type Runs } from "./prove-facts.ts";
import { isOutdated, readVersions } from "./versions.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** A list of texts about the example. Their numbers may appear on every page. */
const STORY_FILE = "content/story.yaml";
const WHAT_STORY_IS =
  'The example is a list of texts. Type: - 250 orders, 1,000 events, and in quotes what has ": " or "#" in it.';

/** The facts of a site, and the issues of the facts and of their use. */
export interface CheckedFacts {
  readonly book: ShownFacts;
  readonly uses: readonly FactUse[];
  readonly issues: readonly Issue[];
}

/**
 * Reads all facts, compares the proven ones with recorded runs, and finds on every page unknown names and values that
 * are not facts.
 *
 * @param fresh runs that were made just now, to use instead of the recorded ones
 */
export async function checkFacts(
  root: string,
  site: Pick<CheckedSite, "pages" | "samples" | "blocks" | "receipts">,
  fresh: Runs = new Map(),
): Promise<CheckedFacts> {
  const { issues: broken, ...book } = readFacts(root);
  const { pages, receipts } = site;
  const uses = pages.flatMap(({ file, mentions }) =>
    mentions
      .filter(({ element }) => element === "Fact")
      .map(({ name, line, column }): FactUse => ({ id: name, page: file, line, column })),
  );
  const runs = new Map([...receipts].map(([id, { compared }]) => [id, compared.runs]));
  for (const [id, made] of fresh) runs.set(id, made);
  const story = readStory(root);
  const issues = [
    ...broken,
    ...story.issues,
    ...proveFacts(book, runs, uses, site.samples),
    ...findOutdated(root, book),
    ...findUncited(book, pages),
    ...findUnshown(book, pages),
    ...pages.flatMap((page) => checkMentions(page, book)),
    // A site without facts is a fixture for another test.
    ...(book.facts.size === 0 ? [] : checkAllValues(story.values, book, site)),
  ];
  const homes = new Map(
    pages.flatMap(({ slug, mentions }) =>
      mentions
        .filter(({ element }) => element === "Facts")
        .map(({ name }): [string, string] => [name, pagePath(slug)]),
    ),
  );
  return { book: { ...book, homes }, uses, issues };
}

/** Reports facts that were checked for an older version than the one in use here. */
function findOutdated(root: string, { facts }: FactBook): Issue[] {
  const versions = readVersions(root);
  return [...facts.values()].flatMap(({ id, holds, file, line, column }) => {
    const runs = isOutdated(holds, versions);
    if (runs === undefined) return [];
    const message = `The fact "${id}" holds for ${holds}; this site runs ${runs}. Check it again, then type the new version.`;
    return [{ slug: "old-fact", file, line, column, message }];
  });
}

function findUncited({ facts, sources }: FactBook, pages: readonly Page[]): Issue[] {
  const cited = new Set([
    ...[...facts.values()].flatMap(({ citation }) => citation?.source.id ?? []),
    ...pages.flatMap(({ mentions }) =>
      mentions
        .filter(({ element }) => element === "Cite")
        .map(({ name }) => name.split("#")[0] ?? ""),
    ),
  ]);
  return [...sources.values()]
    .filter(({ id }) => !cited.has(id))
    .map(({ id, file, line, column }) => ({
      slug: "dead-source",
      file,
      line,
      column,
      message: `Nothing cites the source "${id}". Cite it, or take it out.`,
    }));
}

/** Reports facts that no page shows, not even in a table on *Defaults*. */
function findUnshown({ facts }: FactBook, pages: readonly Page[]): Issue[] {
  const mentions = pages.flatMap((page) => page.mentions);
  const named = (element: string): ReadonlySet<string> =>
    new Set(mentions.filter((it) => it.element === element).map(({ name }) => name));
  const [ids, groups] = [named("Fact"), named("Facts")];
  return [...facts.values()]
    .filter(({ id }) => !ids.has(id) && !groups.has(groupOf(id)))
    .map(({ id, file, line, column }) => ({
      slug: "unshown-fact",
      file,
      line,
      column,
      message: `No page shows the fact "${id}". Type <Facts group="${groupOf(id)}" /> on a page of content/docs/defaults.`,
    }));
}

function checkMentions({ file, mentions }: Page, { facts, sources }: FactBook): Issue[] {
  return mentions.flatMap(({ element, name, line, column, hasHost }): Issue[] => {
    const issue = (slug: IssueSlug, message: string): Issue[] => [
      { slug, file, line, column, message },
    ];
    if (element === "Facts") {
      const groups = [...new Set([...facts.keys()].map(groupOf))];
      if (groups.includes(name)) return [];
      return issue(
        "unknown-fact",
        `No file of facts is "${name}.yaml".${didYouMean(name, groups)}`,
      );
    }
    if (element === "Fact") {
      if (facts.has(name) && !hasHost) {
        return issue(
          "lone-fact",
          `The fact "${name}" stands in no paragraph and no cell, so nothing can say where it is from. Put it into a sentence.`,
        );
      }
      if (facts.has(name)) return [];
      const known = didYouMean(name, [...facts.keys()]);
      return issue("unknown-fact", `No record has the id "${name}".${known} See ${FACTS_FOLDER}.`);
    }
    if (name !== "" && readCitation(name, sources) !== "unknown") return [];
    const [id = ""] = name.split("#");
    const known = didYouMean(id, [...sources.keys()]);
    return issue("unknown-source", `"${id}" is no source.${known} See ${FACTS_FOLDER}.`);
  });
}

function checkAllValues(
  story: readonly string[],
  book: FactBook,
  site: Pick<CheckedSite, "pages" | "samples" | "blocks" | "receipts">,
): Issue[] {
  const { pages, receipts } = site;
  const settings = new Set([
    ...[...book.facts.values()].flatMap(({ setting }) => setting ?? []),
    ...settingsOfReadings(book, receipts),
  ]);
  return pages.flatMap((page) => {
    const shown = samplesOf(page, site);
    const code = shown.map((sample) => sample.text).join("\n");
    const evidence = [
      ...shown.map(({ path: file, text }) => evidenceOfSample(file, text)),
      ...shown.flatMap(({ id }) => receipts.get(id) ?? []).map(evidenceOfReceipt),
    ];
    const facts = page.mentions.flatMap(({ name }) => book.facts.get(name) ?? []);
    const values = facts.flatMap((fact) => [
      fact.value,
      ...findValues(`${fact.shown} ${fact.says} ${fact.since ?? ""} ${fact.holds}`).map(
        (it) => it.value,
      ),
    ]);
    const grounds: Grounds = {
      values: new Set([...story, ...values, ...evidence.flatMap((it) => it.values)]),
      numbers: new Set(evidence.flatMap((it) => it.numbers)),
      settings,
      code,
    };
    return checkValues(page.file, page.words, grounds);
  });
}

/** Evidence in a text, such as numbers, that pages may repeat. */
interface Evidence {
  readonly values: readonly string[];
  readonly numbers: readonly string[];
}

const evidenceOfSample = keepByText((_file, text) => evidenceOf(text));

const evidenceOfReceipts = new WeakMap<Receipt, Evidence>();

function evidenceOfReceipt(receipt: Receipt): Evidence {
  const evidence = evidenceOfReceipts.get(receipt) ?? evidenceOf(textOf(receipt));
  evidenceOfReceipts.set(receipt, evidence);
  return evidence;
}

function evidenceOf(text: string): Evidence {
  const values = new Set(findValues(text).map(({ value }) => value));
  return { values: [...values], numbers: [...numbersOf(text)] };
}

/** The values of the example, and what is wrong with their file. */
interface Story {
  readonly values: readonly string[];
  readonly issues: readonly Issue[];
}

function readStory(root: string): Story {
  const text = readTextIfThere(path.join(root, STORY_FILE));
  if (text === undefined) return { values: [], issues: [] };
  const { content, problems, placeOf } = readYaml(text);
  const report = (slug: IssueSlug, message: string, at?: Position): Issue => {
    return { slug, file: STORY_FILE, line: at?.line ?? 1, column: at?.column ?? 1, message };
  };
  if (problems.length > 0)
    return { values: [], issues: problems.map((it) => report("yaml-syntax", it.message, it)) };
  const items: unknown[] = Array.isArray(content) ? content : [undefined];
  const texts = items.filter((it) => typeof it === "string");
  return {
    values: texts.flatMap((it) => findValues(it).map(({ value }) => value)),
    issues: items.flatMap((item, index) =>
      typeof item === "string" ? [] : [report("bad-fact", WHAT_STORY_IS, placeOf([index]))],
    ),
  };
}

/**
 * Names of settings from every sample that proves a fact: the last word before ` = ` in lines such as `producer
 * linger.ms = 5`.
 */
function settingsOfReadings({ facts }: FactBook, receipts: ReadonlyMap<string, Receipt>): string[] {
  const readings = new Set([...facts.values()].flatMap(({ proof }) => proof?.sample ?? []));
  return [...readings]
    .flatMap((id) => receipts.get(id)?.compared.runs ?? [])
    .flatMap(({ programs }) => programs.flatMap(({ output }) => output))
    .flatMap((line) => /(\S+) = /.exec(line)?.[1] ?? []);
}

/** The samples that a page shows, names or links to, and the samples that those need. */
function samplesOf(
  { file, samples: named }: Page,
  { samples, blocks }: Pick<CheckedSite, "samples" | "blocks">,
): Sample[] {
  const folder = file.split("/").slice(2, -1).join("/");
  const ids = new Set([
    ...named.flatMap((name) => [name, path.posix.join(folder, name)]),
    ...(blocks.get(file) ?? []).flatMap(({ sample }) => sample?.id ?? []),
  ]);
  const shown = samples.filter(({ id }) => ids.has(id));
  const paths = new Set(shown.flatMap(({ neighbours }) => neighbours));
  return samples.filter((it) => ids.has(it.id) || paths.has(it.path));
}

function textOf({ compared, recorded }: Receipt): string {
  return JSON.stringify([
    compared.runs,
    recorded.versions,
    recorded.settings,
    recorded.runs.map((it) => it.counts),
  ]);
}
