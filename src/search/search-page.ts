/** The page `/search/?q=`: the dialog's results, but more of them, as a list that can be linked to. */
import { element } from "./element.ts";
import type { Result } from "./query.ts";
import { excerptNodes, placeNodes, statusNodes } from "./result-nodes.ts";
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
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answer = async (): Promise<void> => {
    const found = await searcher.ask(field.value);
    if (found === "superseded") return;
    list.replaceChildren(...(found === "failed" ? [] : found.results.map(itemNode)));
    status.replaceChildren(...statusNodes(found));
  };
  const answerTyped = (): void => {
    clearTimeout(timer);
    const { value } = field;
    // The address is replaced, so that Back leads to the page before the search and not to half a word.
    history.replaceState(
      history.state,
      "",
      value.trim() === "" ? "/search/" : `?${new URLSearchParams({ q: value })}`,
    );
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

  // Text that was typed before this script ran is kept.
  if (field.value === "") field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value === "") field.focus();
  else void answer();
  offerSlashSwitch(document.querySelector("#search-keys"));
}

function itemNode(result: Result): HTMLElement {
  return element("li", {}, [
    element("p", { class: "search-place" }, placeNodes(result)),
    element("a", { class: "search-title", href: result.url }, [result.title]),
    element("p", { class: "search-excerpt" }, excerptNodes(result)),
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
