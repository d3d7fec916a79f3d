import styles from "../styles/sheets/search-dialog.css?inline";
import { adoptStyles } from "./adopt-styles.ts";
import { element } from "./element.ts";
import { lastQuery } from "./last-query.ts";
import { loadFirst } from "./load-text.ts";
import { isSlashOn } from "./slash-key.ts";

/**
 * Makes the link to the search page open a dialog, also with ⌘K, Ctrl+K and /. Before a reader reaches for it, only
 * this file of the search is loaded. On the search page itself it focuses that page's form and fills its list.
 */
class SearchDoor extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;

  connectedCallback(): void {
    const link = this.querySelector("a");
    if (link === null) return;
    const form = document.querySelector<HTMLFormElement>("main .search-form");
    if (form !== null) {
      loadSearch().then(
        ({ fillSearchPage }) => fillSearchPage(form),
        () =>
          form.after(
            element("p", { role: "alert" }, ["Search did not load. Load the page again."]),
          ),
      );
    }

    const open = (event: Event): void => {
      event.preventDefault();
      if (form !== null) form.querySelector("input")?.select();
      else this.#openDialog(link.href);
    };
    // The rest comes while the pointer is still on its way to the link.
    for (const near of ["pointerenter", "focus"]) {
      link.addEventListener(near, () => void loadSearch().catch(() => undefined), { once: true });
    }
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    link.addEventListener("click", (event) => {
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!opensElsewhere) open(event);
    });
    document.addEventListener("keydown", (event) => {
      if (asksForSearch(event)) open(event);
    });
  }

  #openDialog(searchPage: string): void {
    if (this.#dialog !== undefined) {
      if (!this.#dialog.open) this.#dialog.showModal();
      this.#dialog.querySelector("input")?.select();
      return;
    }
    const views = loadSearch();
    // The field comes first and the rest when it is loaded, so that typing is not interrupted.
    const field = element("input", {
      class: "search-field",
      "aria-label": "Search",
      placeholder: "Words, an error’s text, a setting",
    });
    field.value = lastQuery();
    const bar = element("div", { class: "search-bar" }, [field]);
    const dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" }, [bar]);
    this.#dialog = dialog;
    adoptStyles(styles);
    document.body.append(dialog);
    dialog.showModal();
    field.select();
    views.then(
      ({ furnishDialog }) => furnishDialog(dialog, field),
      () => location.assign(searchPage),
    );
  }
}

/** Loads the views and the first files of the index at the same time. */
function loadSearch(): Promise<typeof import("./search-views.ts")> {
  void loadFirst();
  return import("./search-views.ts");
}

function asksForSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return event.key === "/" && !isTyping(event) && isSlashOn();
}

function isTyping({ target }: KeyboardEvent): boolean {
  const fields = "input, textarea, select, [contenteditable], dialog";
  return target instanceof Element && target.closest(fields) !== null;
}

customElements.define("search-door", SearchDoor);
