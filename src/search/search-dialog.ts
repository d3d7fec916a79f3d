import styles from "../styles/sheets/search-options.css?inline";
import { adoptStyles } from "./adopt-styles.ts";
import { element } from "./element.ts";
import { cutPreview } from "./excerpt.ts";
import { FilterBar } from "./filter-bar.ts";
import { hasFilters, NO_FILTERS, writeFilters } from "./filters.ts";
import type { Found, ShownResult } from "./found.ts";
import { keepQuery } from "./last-query.ts";
import { addRecent } from "./recent.ts";
import { RecentList } from "./recent-list.ts";
import { ResultList } from "./result-list.ts";
import { excerptNodes, headNodes, nothingNodes, placeNodes, statusNodes } from "./result-nodes.ts";
import { Searcher } from "./searcher.ts";

/** About as many places as fit on a screen. More are behind "All results". */
const PLACES = 12;
const HINT = "Arrow keys choose, Enter opens, Esc closes.";

/**
 * Fills the dialog that the door opened: results grouped by page, as the list of a combobox around the door's field.
 * Closing with Escape and returning the focus are built into `<dialog>`.
 */
export function furnishDialog(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  let words: readonly string[] = [];
  const preview = element("div", { class: "search-preview" });
  const list = new ResultList(field, (result) => {
    preview.replaceChildren(...(result === undefined ? [] : previewNodes(result, words)));
  });
  const nothing = element("div", { class: "search-nothing" });
  const recent = new RecentList(field, (query) => askFor(query));
  const filters = new FilterBar(NO_FILTERS, () => void ask());
  const narrow = element("button", { type: "button", class: "search-narrow" }, ["filter"]);
  const close = element("button", { type: "button" }, ["close"]);
  const status = element("p", { role: "status" });
  const all = element("a", { href: "/search/" }, ["All results"]);
  const searcher = new Searcher(PLACES);

  const show = (answer: Found | "failed"): void => {
    const isEmpty = field.value.trim() === "";
    const found = answer === "failed" || isEmpty ? { direct: [], results: [] } : answer;
    const isNothing = found.direct.length + found.results.length === 0;
    words = answer === "failed" ? [] : answer.words;
    list.show(found);
    preview.hidden = isNothing;
    all.hidden = isNothing;
    const offers = answer === "failed" || !isNothing ? [] : nothingNodes(answer);
    nothing.replaceChildren(...offers);
    nothing.hidden = offers.length === 0;
    if (isEmpty) recent.show();
    else recent.node.hidden = true;
    status.replaceChildren(...(isEmpty ? [HINT] : statusNodes(answer)));
  };
  const ask = async (): Promise<void> => {
    const query: [string, string][] = [["q", field.value], ...writeFilters(filters.filters)];
    all.href = `/search/?${new URLSearchParams(query)}`;
    keepQuery(field.value);
    narrow.textContent = hasFilters(filters.filters) ? "filter (on)" : "filter";
    const answer = await searcher.ask(field.value, filters.filters);
    if (answer !== "superseded") show(answer);
  };
  const askFor = (query: string): void => {
    field.value = query;
    field.focus();
    void ask();
  };

  field.addEventListener("input", () => void ask());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === 1 || step === -1) {
      if (field.value.trim() === "") recent.move(step);
      else list.move(step);
    }
    // Before there is an answer, Enter opens the search page.
    else if (event.key === "Enter") press(list.active ?? all, event);
    else return;
    event.preventDefault();
  });
  filters.node.addEventListener("keydown", (event) => {
    // A letter belongs into the field, wherever the focus is.
    if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
      field.focus();
  });
  narrow.addEventListener("click", () => {
    narrow.setAttribute("aria-expanded", String(dialog.classList.toggle("search-narrowed")));
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // The dialog has no padding, so a press on the dialog itself is one on its backdrop.
    if (event.target === dialog) dialog.close();
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const query = link.dataset["query"];
    if (query === undefined) {
      // Links close it too, because one may lead to this very page.
      dialog.close();
      return;
    }
    event.preventDefault();
    askFor(query);
  });
  list.node.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") !== null) addRecent(field.value);
  });

  adoptStyles(styles);
  list.show({ direct: [], results: [] });
  for (const node of [all, preview, nothing]) node.hidden = true;
  recent.show();
  status.append(HINT);
  filters.node.id = "search-filters";
  narrow.setAttribute("aria-controls", filters.node.id);
  narrow.setAttribute("aria-expanded", "false");
  // The field is not moved, because it would lose the focus.
  field.after(narrow, close);
  dialog.append(
    filters.node,
    recent.node,
    nothing,
    element("div", { class: "search-body" }, [list.node, preview]),
    element("div", { class: "search-foot" }, [status, all]),
  );
  if (field.value !== "") void ask();
}

/** The active result beside the list, where the window is wide. */
function previewNodes(result: ShownResult, words: readonly string[]): HTMLElement[] {
  const { text, title, excerpt } = result;
  const parts = text === "" ? excerpt : cutPreview(text, title, words);
  return [
    element("p", { class: "search-place" }, placeNodes(result)),
    ...headNodes(result),
    element("p", { class: "search-excerpt" }, excerptNodes(parts)),
  ];
}

/** Opens a link as if pressed, in a new tab if the keys ask for that. */
function press(link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  link.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}
