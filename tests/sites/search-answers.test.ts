import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { FACT_NAMES } from "../../src/pages/search/_fact-names.ts";
import { answerDirectly } from "../../src/search/direct-answers.ts";
import { readFacts } from "../../src/search/facts.ts";
import { readTerms } from "../../src/search/terms.ts";
import { builtSite } from "./built-site.ts";

/** What a search loads for its direct answers, beside the index. */
const MOST_BYTES = 25_000;

const read = (file: string): string => readFileSync(path.join(builtSite, file), "utf8");
const files = [read("search/facts.txt"), read("search/terms.txt")];
const [facts, terms] = [readFacts(files[0] ?? ""), readTerms(files[1] ?? "")];
const documents = new Map<string, Document>();

/** The element that a URL of the built site opens. */
function find(url: string): Element | undefined {
  const [page = "", id = ""] = url.split("#");
  const known = documents.get(page) ?? parseHTML(read(`${page}index.html`)).document;
  documents.set(page, known);
  return known.getElementById(id) ?? undefined;
}

/** Names and their answers depend on case and on nothing between words. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, " ")
    .replace(/s$/, "");

test("each fact opens its row, which shows the same value", () => {
  expect(facts.length).toBeGreaterThan(500);
  const wrong = facts.filter(({ url, value, says }) => {
    const text = find(url)?.textContent ?? "";
    return !text.includes(value) || !text.includes(says);
  });
  expect(wrong).toEqual([]);
});

test("each other name belongs to a fact that answers for a setting, and asks for its default", () => {
  for (const [id, names] of Object.entries(FACT_NAMES)) {
    const fact = facts.find(({ url }) => url.endsWith(`#${id}`));
    expect(fact, id).toMatchObject({ isSetting: true, names });
    for (const name of names)
      expect(answerDirectly(`default ${name}`, { facts, terms })).toContainEqual({
        kind: "fact",
        fact,
      });
  }
});

test("each term opens its entry, which begins with the same sentence", () => {
  expect(terms.length).toBeGreaterThan(50);
  const wrong = terms.filter(({ url, name, sentence }) => {
    const heading = find(url);
    const text = heading?.nextElementSibling?.textContent.replace(/\s+/g, " ") ?? "";
    return heading?.textContent !== name || !text.startsWith(sentence);
  });
  expect(wrong).toEqual([]);
});

test("a setting is answered by settings of its name only, and a term by itself", () => {
  for (const { name, isSetting } of facts) {
    const answers = answerDirectly(name, { facts, terms });
    const names = answers.map((answer) =>
      answer.kind === "fact" ? answer.fact.name : answer.term.name,
    );
    // A plain word such as "timeout" is asked for other reasons too.
    if (isSetting && /[._]|[a-z][A-Z]/.test(name)) expect(names, name).not.toEqual([]);
    for (const own of names) expect(plain(own).endsWith(plain(name)), `${name}: ${own}`).toBe(true);
  }
  for (const { name } of terms) {
    const found = answerDirectly(name, { facts, terms }).flatMap((answer) =>
      answer.kind === "term" ? answer.term.name : [],
    );
    expect(found).toEqual([name]);
  }
});

test("the answers cost little", () => {
  const bytes = files.map((text) => brotliCompressSync(text).length);
  expect(bytes.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
