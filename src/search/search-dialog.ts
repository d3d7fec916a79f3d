import styles from "../styles/sheets/search-options.css?inline";
import { adoptStyles } from "./adopt-styles.ts";
import { element } from "./element.ts";
import { FilterBar } from "./filter-bar.ts";
import { hasFilters, NO_FILTERS, writeFilters } from "./filters.ts";
import type { Found } from "./found.ts";
import { keepQuery } from "./last-query.ts";
import { addRecent } from "./recent.ts";
import { RecentList } from "./recent-list.ts";
import { ResultList } from "./result-list.ts";
import { nothingNodes, previewNodes, statusNodes } from "./result-nodes.ts";
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
  const filters = new FilterBar(NO_FILTERS, () => ask());
  const narrow = element("button", { type: "button", class: "search-narrow" }, ["filter"]);
  const close = element("button", { type: "button" }, ["close"]);
  const status = element("p", { role: "status" });
  const all = element("a", { href: "/search/" }, ["All results"]);
  const body = element("div", { class: "search-body" }, [list.node, preview]);
  const searcher = new Searcher(PLACES);
  /** Until the list answers what the field says. */
  let asking: Promise<void> | undefined;

  const show = (answer: Found | "failed"): void => {
    const isEmpty = field.value.trim() === "";
    const found = answer === "failed" || isEmpty ? { direct: [], results: [] } : answer;
    const isNothing = found.direct.length + found.results.length === 0;
    words = answer === "failed" ? [] : answer.words;
    list.show(found);
    body.hidden = isNothing;
    all.hidden = isNothing;
    const offers = answer === "failed" || !isNothing ? [] : nothingNodes(answer);
    nothing.replaceChildren(...offers);
    nothing.hidden = offers.length === 0;
    if (isEmpty) recent.show();
    else recent.node.hidden = true;
    status.replaceChildren(...(isEmpty ? [HINT] : statusNodes(answer)));
  };
  const answer = async (): Promise<void> => {
    const query: [string, string][] = [["q", field.value], ...writeFilters(filters.filters)];
    all.href = `/search/?${new URLSearchParams(query)}`;
    keepQuery(field.value);
    // The index may still be on its way.
    if (status.textContent === HINT && field.value.trim() !== "") status.textContent = "Searching…";
    narrow.textContent = hasFilters(filters.filters) ? "filter (on)" : "filter";
    const found = await searcher.ask(field.value, filters.filters);
    if (found === "superseded") return;
    asking = undefined;
    show(found);
  };
  const ask = (): void => {
    asking = answer();
  };
  /** Opens the active result. Before there is any, it opens the search page. */
  const open = async (keys: KeyboardEvent): Promise<void> => {
    // What is shown still belongs to the letters before.
    if (list.active !== undefined) await asking;
    press(list.active ?? all, keys);
  };
  const askFor = (query: string): void => {
    field.value = query;
    field.focus();
    ask();
  };

  field.addEventListener("input", ask);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === 1 || step === -1) {
      if (field.value.trim() === "") recent.move(step);
      else list.move(step);
    } else if (event.key === "Enter") void open(event);
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
  for (const node of [all, body, nothing]) node.hidden = true;
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
    body,
    element("div", { class: "search-foot" }, [status, all]),
  );
  if (field.value !== "") ask();
}

/** Opens a link as if pressed, in a new tab if the keys ask for that. */
function press(link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  link.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}
