/** Renders results as elements, for the dialog and the search page. */
import { element } from "./element.ts";
import type { Answer, Result } from "./query.ts";

/** Groups the results by page, in their order. */
export function groupByPage(results: readonly Result[]): Result[][] {
  return [...Map.groupBy(results, ({ url }) => url.replace(/#.*$/, "")).values()];
}

/** The section of a result, and its page unless the result is the page's beginning. */
export function placeNodes({ section, system, page, title }: Result): (Node | string)[] {
  const hue = element("span", { class: `${system} hue` }, [section]);
  return [
    ...(section === "" ? [] : [hue]),
    ...(page === title ? [] : [section === "" ? page : ` · ${page}`]),
  ];
}

export function excerptNodes({ excerpt }: Result): (Node | string)[] {
  return excerpt.map(({ text, isMatch }) => (isMatch ? element("mark", {}, [text]) : text));
}

/** The status of an answer, for a live region. */
export function statusNodes(answer: Answer | "failed"): (Node | string)[] {
  if (answer === "failed") return failureNodes();
  const { query, results, found, missing } = answer;
  if (query === "") return [];
  if (results.length === 0) return [`Nothing found for “${query}”. `, catalogueLink(), "."];
  const nowhere = missing.map((word) => `“${word}”`).join(", ");
  const shown = results.length < found ? `${results.length} of ${found}` : String(found);
  return [
    `${shown} ${found === 1 ? "result" : "results"}`,
    ...(missing.length === 0 ? [] : [`. No page has ${nowhere}`]),
    ...correctionNodes(answer),
  ];
}

/** Says how a query was corrected, with a link to what was typed. */
function correctionNodes({ query, corrected }: Answer): (Node | string)[] {
  if (corrected.length === 0) return [];
  const meant = corrected.map((word) => `“${word.meant}”`).join(", ");
  const asTyped = corrected.reduce(
    (text, { typed }) => text.replace(new RegExp(`"?\\b${typed}\\b"?`, "i"), `"${typed}"`),
    query,
  );
  const href = `/search/?${new URLSearchParams({ q: asTyped })}`;
  return [`. Searched for ${meant}: `, element("a", { href }, [`search for ${asTyped}`])];
}

function failureNodes(): (Node | string)[] {
  // The dev server cannot index pages, because it renders each one on request.
  if (import.meta.env.DEV) return ["The search index is made by a build: npm run build"];
  return ["The search index did not load. ", catalogueLink(), "."];
}

function catalogueLink(): HTMLElement {
  return element("a", { href: "/samples/" }, ["All samples are listed in the catalogue"]);
}
