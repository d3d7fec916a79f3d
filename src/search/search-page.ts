/** The page `/search/?q=`: the dialog's results, but more of them, as a list that can be linked to. */
import { element } from "./element.ts";
import { FilterBar } from "./filter-bar.ts";
import { parseFilters, writeFilters } from "./filters.ts";
import type { ShownResult } from "./found.ts";
import { keepQuery } from "./last-query.ts";
import { addRecent } from "./recent.ts";
import { excerptNodes, headNodes, nothingNodes, placeNodes, statusNodes } from "./result-nodes.ts";
import { Searcher } from "./searcher.ts";
import { isSlashOn, turnSlash } from "./slash-key.ts";

const PLACES = 40;
/** Milliseconds without a key press before the list changes. */
const PAUSE = 150;

/** Shows the results for the form's field in `#results` and `#search-status`, and keeps the query in the address. */
export function fillSearchPage(form: HTMLFormElement): void {
  const field = form.querySelector("input");
  const list = document.querySelector("#results");
  const status = document.querySelector("#search-status");
  if (field === null || list === null || status === null) return;
  const searcher = new Searcher(PLACES);
  const address = new URLSearchParams(location.search);
  const filters = new FilterBar(parseFilters(address), () => answerTyped());
  const nothing = element("div", { class: "search-nothing" });
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answer = async (): Promise<void> => {
    const found = await searcher.ask(field.value, filters.filters);
    if (found === "superseded") return;
    const shown = found === "failed" ? [] : [...found.direct, ...found.results];
    list.replaceChildren(...shown.map(itemNode));
    const isNothing = found !== "failed" && shown.length === 0;
    nothing.replaceChildren(...(isNothing ? nothingNodes(found) : []));
    status.replaceChildren(...statusNodes(found));
  };
  const answerTyped = (): void => {
    clearTimeout(timer);
    const { value } = field;
    const asked: [string, string][] = value.trim() === "" ? [] : [["q", value]];
    const query = String(new URLSearchParams([...asked, ...writeFilters(filters.filters)]));
    // The address is replaced, so that Back leads to the page before the search and not to half a word.
    history.replaceState(history.state, "", query === "" ? "/search/" : `?${query}`);
    keepQuery(value);
    void answer();
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(answerTyped, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answerTyped();
  });
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") !== null) addRecent(field.value);
  });
  form.after(filters.node);
  list.before(nothing);

  // Text that was typed before this script ran is kept.
  if (field.value === "") field.value = address.get("q") ?? "";
  if (field.value === "") field.focus();
  else {
    keepQuery(field.value);
    void answer();
  }
  offerSlashSwitch(document.querySelector("#search-keys"));
}

function itemNode(result: ShownResult): HTMLElement {
  const [head, ...fact] = headNodes(result);
  return element("li", {}, [
    element("p", { class: "search-place" }, placeNodes(result)),
    element("a", { href: result.url }, head === undefined ? [] : [head]),
    ...fact,
    element("p", { class: "search-excerpt" }, excerptNodes(result.excerpt)),
  ]);
}

function offerSlashSwitch(words: Element | null): void {
  const button = words?.querySelector("button");
  if (!(words instanceof HTMLElement) || !button) return;
  const name = (): void => {
    button.textContent = isSlashOn() ? "turn / off" : "turn / on";
  };
  button.addEventListener("click", () => {
    turnSlash(isSlashOn() ? "off" : "on");
    name();
  });
  name();
  words.hidden = false;
}
