/** Renders results as elements, for the dialog and the search page. */
import { element } from "./element.ts";
import type { Found, ShownResult } from "./found.ts";
import { cutPreview, type ExcerptPart } from "./excerpt.ts";
import { countKinds, KINDS } from "./kinds.ts";

type Nodes = (Node | string)[];

/** Groups the results by page, in their order. */
export function groupByPage(results: readonly ShownResult[]): ShownResult[][] {
  return [...Map.groupBy(results, ({ url }) => url.replace(/#.*$/, "")).values()];
}

/** The section of a result, and its page unless the result is the page's beginning. */
export function placeNodes({ section, system, page, title }: ShownResult): Nodes {
  const hue = element("span", { class: `${system} hue` }, [section]);
  return [
    ...(section === "" ? [] : [hue]),
    ...(page === title ? [] : [section === "" ? page : ` · ${page}`]),
  ];
}

/** What a result is: its title, its kind, the value of a fact. */
export function headNodes({ title, kind, value = "", from }: ShownResult): HTMLElement[] {
  const [word] = KINDS[kind];
  // A fact that is no setting is named by words.
  const isName = kind === "fact" && from !== undefined && !title.includes(" ");
  return [
    element("span", { class: "search-head" }, [
      element("span", { class: isName ? "search-title search-name" : "search-title" }, [title]),
      " ",
      element("span", { class: "search-kind" }, [word]),
    ]),
    ...(from === undefined
      ? []
      : [
          element("span", { class: "search-fact" }, [
            ...(value === "" ? [] : [element("strong", {}, [value]), " "]),
            from,
          ]),
        ]),
  ];
}

export function excerptNodes(excerpt: readonly ExcerptPart[]): Nodes {
  return excerpt.map(({ text, isMatch }) => (isMatch ? element("mark", {}, [text]) : text));
}

/** A result at more length, for beside the list. */
export function previewNodes(result: ShownResult, words: readonly string[]): HTMLElement[] {
  const { text, title, excerpt } = result;
  const parts = text === "" ? excerpt : cutPreview(text, title, words);
  return [
    element("p", { class: "search-place" }, placeNodes(result)),
    ...headNodes(result),
    element("p", { class: "search-excerpt" }, excerptNodes(parts)),
  ];
}

/** The status of an answer, for a live region. */
export function statusNodes(answer: Found | "failed"): Nodes {
  if (answer === "failed") return failureNodes();
  const { query, direct, results, found, missing, leftOut } = answer;
  if (query === "") return [];
  const left = leftOut === 0 ? "" : `. ${leftOut} left out by filters`;
  const shown = [...direct, ...results];
  if (shown.length === 0) return [`Nothing found for “${query}”${left}.`];
  const nowhere = missing.map((word) => `“${word}”`).join(", ");
  const count = shown.length < found ? `${shown.length} of ${found}` : String(shown.length);
  return [
    `${count} ${count === "1" ? "result" : "results"}: ${countKinds(shown.map(({ kind }) => kind))}${left}`,
    ...(missing.length === 0 ? [] : [`. No page has ${nowhere}`]),
    ...correctionNodes(answer),
  ];
}

/** Says how a query was corrected, with a link to what was typed. */
function correctionNodes({ query, corrected }: Found): Nodes {
  if (corrected.length === 0) return [];
  const meant = corrected.map((word) => `“${word.meant}”`).join(", ");
  const asTyped = corrected.reduce(
    (text, { typed }) => text.replace(new RegExp(`"?\\b${typed}\\b"?`, "i"), `"${typed}"`),
    query,
  );
  return [`. Searched for ${meant}: `, queryLink(asTyped, `search for ${asTyped}`)];
}

/** What to do when nothing was found: queries that are near, and lists to look through. */
export function nothingNodes({ query, near }: Found): HTMLElement[] {
  if (query === "") return [];
  const lists = [
    ["/pages/", "All pages"],
    ["/samples/", "All samples"],
    ["/glossary/", "Glossary"],
    ["/symptoms/", "Symptoms"],
    ["/defaults/", "Defaults"],
  ] as const;
  const offer = (words: string, links: readonly HTMLElement[]): HTMLElement =>
    element("p", {}, [
      words,
      ...links.flatMap((link, index) => (index === 0 ? [link] : [" · ", link])),
    ]);
  return [
    ...(near.length === 0
      ? []
      : [
          offer(
            "Near it: ",
            near.map((name) => queryLink(name, name)),
          ),
        ]),
    offer(
      "Look through: ",
      lists.map(([href, words]) => element("a", { href }, [words])),
    ),
  ];
}

/** A link to the search page with a query. The dialog asks it in its own field instead. */
function queryLink(query: string, words: string): HTMLElement {
  return element(
    "a",
    { href: `/search/?${new URLSearchParams({ q: query })}`, "data-query": query },
    [words],
  );
}

function failureNodes(): Nodes {
  // The dev server cannot index pages, because it renders each one on request.
  if (import.meta.env.DEV) return ["The search index is made by a build: npm run build"];
  return [
    "The search index did not load. ",
    element("a", { href: "/samples/" }, ["All samples are listed in the catalogue"]),
    ".",
  ];
}
