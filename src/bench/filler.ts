/** Sections of a built site, and of generated pages to search them among. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readAsked } from "../search/asked.ts";
import { INDEX, kindAt, subjectAt, type Entry, type PlaceText } from "../search/index-format.ts";
import { readNames } from "../search/read-names.ts";
import { writeIndex, type IndexedSection } from "../search/write-index.ts";

const SECTIONS_OF_A_PAGE = 6;
const RUNS_OF_A_SECTION = 12;
/** So many words in a row are taken from one section, as far as it has them. */
const WORDS_OF_A_RUN = 8;

/**
 * Writes the index of a built site anew, with generated pages beside its own.
 *
 * @throws when it does not come out as the site has it while there are no generated pages
 */
export function writeAmong(site: string, entry: Entry, pages: number): Map<string, string> {
  const own = readSections(site, entry);
  if (!writeIndex(own).has(`${entry.version}/t0.json`))
    throw new Error(`The index of ${site} was written by other code. Type: npm run build`);
  const filler = makePages(own, pages);
  return writeIndex([...own.slice(0, entry.pages), ...filler, ...own.slice(entry.pages)]);
}

/** What the index was written from: the texts are in its files, the rest in the pages. */
function readSections(site: string, entry: Entry): IndexedSection[] {
  const asked = Map.groupBy(
    readAsked(readFileSync(path.join(site, "search/asked.txt"), "utf8")),
    ({ url }) => url,
  );
  const askedOf = (url: string): string[] => (asked.get(url) ?? []).map(({ asks }) => asks);
  const pages = new Map<string, Page>();
  return Array.from({ length: entry.sections }, (_, number): IndexedSection => {
    const file = path.join(site, INDEX, entry.version, `t${number}.json`);
    const text: PlaceText = JSON.parse(readFileSync(file, "utf8"));
    const [url = "", id = ""] = text.url.split("#");
    const page = pages.get(url) ?? readPage(site, url);
    pages.set(url, page);
    const kind = kindAt(entry, number);
    const level = page.levels.get(id) ?? 1;
    const above = id === "" ? [] : page.open.slice(2, level).filter((title) => title !== "");
    page.open.length = Math.min(page.open.length, level);
    while (page.open.length < level) page.open.push("");
    page.open.push(text.title);
    return {
      kind,
      subject: subjectAt(entry, number),
      text,
      above,
      asked: askedOf(text.url),
      names: kind === "sample" ? [] : (page.names.get(id) ?? []),
      askedOfPage: id === "" ? [] : askedOf(url),
    };
  });
}

interface Page {
  /** Id of a heading → 2 for an h2. */
  readonly levels: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Level → the heading that a deeper one would stand below. */
  readonly open: string[];
}

function readPage(site: string, url: string): Page {
  const file = path.join(site, url.endsWith("/") ? `${url}index.html` : url);
  const html = readFileSync(file, "utf8");
  const headings = html.matchAll(/<h([2-6])\b[^>]*\sid="([^"]+)"/g);
  return {
    levels: new Map([...headings].map(([, level = "", id = ""]) => [id, Number(level)])),
    names: readNames(html),
    open: [],
  };
}

/** Pages whose words are those of the given sections, in runs out of their place: the same for the same sections. */
function makePages(own: readonly IndexedSection[], pages: number): IndexedSection[] {
  const random = makeRandom();
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const titles = own.map(({ text }) => text.title.split(" "));
  const contents = own.map(({ text }) => text.content.split(" "));
  const makeTitle = (): string => [1, 2, 3, 4].map(() => pick(pick(titles) ?? []) ?? "").join(" ");
  const makeRun = (): string => {
    const words = pick(contents) ?? [];
    const start = Math.floor(random() * Math.max(1, words.length - WORDS_OF_A_RUN));
    return words.slice(start, start + WORDS_OF_A_RUN).join(" ");
  };
  return Array.from({ length: pages }, (_page, number) => {
    const page = makeTitle();
    const url = `/filler/${number}/`;
    return Array.from({ length: SECTIONS_OF_A_PAGE }, (_section, index): IndexedSection => {
      const title = index === 0 ? page : makeTitle();
      const runs = Array.from({ length: RUNS_OF_A_SECTION }, makeRun);
      const content = `${title}. ${runs.join(" ")}`;
      const at = index === 0 ? url : `${url}#${index}`;
      return {
        kind: index === 0 ? "page" : "section",
        subject: "both",
        text: { url: at, title, page, section: "Filler", system: "both", content },
        ...{ above: [], asked: [], names: [], askedOfPage: [] },
      };
    });
  }).flat();
}

/** Numbers between 0 and 1, in the same sequence each time: a linear congruential generator. */
function makeRandom(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
