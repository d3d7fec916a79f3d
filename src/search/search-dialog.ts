import styles from "../styles/sheets/search-options.css?inline";
import { adoptStyles } from "./adopt-styles.ts";
import { element } from "./element.ts";
import type { Answer, Result } from "./query.ts";
import { excerptNodes, groupByPage, placeNodes, statusNodes } from "./result-nodes.ts";
import { Searcher } from "./searcher.ts";

/** About as many places as fit on a screen. More are behind "All results". */
const PLACES = 12;
const HINT = "Words, an error’s text, or a name from code.";

/**
 * Fills the dialog that the door opened: results grouped by page, as the list of a combobox around the door's field.
 * Closing with Escape and returning the focus are built into `<dialog>`.
 */
export function furnishDialog(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  const list = new ResultList(field);
  const status = element("p", { role: "status" });
  const all = element("a", { href: "/search/" }, ["All results"]);
  const close = element("button", { type: "button" }, ["close"]);
  const searcher = new Searcher(PLACES);

  const show = (answer: Answer | "failed"): void => {
    const results = answer === "failed" ? [] : answer.results;
    list.show(results);
    all.hidden = results.length === 0;
    status.replaceChildren(...(field.value.trim() === "" ? [HINT] : statusNodes(answer)));
  };
  const ask = async (): Promise<void> => {
    all.href = `/search/?q=${encodeURIComponent(field.value)}`;
    const answer = await searcher.ask(field.value);
    if (answer !== "superseded") show(answer);
  };

  field.addEventListener("input", () => void ask());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") list.move(1);
    else if (event.key === "ArrowUp") list.move(-1);
    // Before there is an answer, Enter opens the search page.
    else if (event.key === "Enter") press(list.active ?? all, event);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    // The dialog has no padding, so a press on the dialog itself is one on its backdrop. Links close it too, because
    // one may lead to this very page.
    const pressed = event.target instanceof Element ? event.target.closest("a, button") : null;
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target === dialog || (pressed !== null && !opensElsewhere)) dialog.close();
  });

  adoptStyles(styles);
  list.show([]);
  all.hidden = true;
  status.append(HINT);
  // The field is not moved, because it would lose the focus.
  field.after(close);
  dialog.append(list.node, element("div", { class: "search-foot" }, [status, all]));
  if (field.value !== "") void ask();
}

/** Opens a link as if pressed, in a new tab if the keys ask for that. */
function press(link: HTMLAnchorElement, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  link.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** The list of a combobox. The focus stays in the field, which names the option that Enter opens. */
class ResultList {
  readonly node = element("div", {
    id: "search-results",
    role: "listbox",
    "aria-label": "Results",
  });
  readonly #field: HTMLInputElement;
  #options: HTMLAnchorElement[] = [];
  #index = 0;

  constructor(field: HTMLInputElement) {
    this.#field = field;
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.node.id,
      autocapitalize: "none",
      autocomplete: "off",
      enterkeyhint: "go",
      spellcheck: "false",
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options[this.#index];
  }

  /** Shows results and makes the first one active. */
  show(results: readonly Result[]): void {
    this.node.replaceChildren(...groupByPage(results).map(groupNode));
    this.#options = [...this.node.querySelectorAll("a")];
    for (const [index, option] of this.#options.entries()) option.id = `search-option-${index}`;
    this.node.hidden = results.length === 0;
    this.#field.setAttribute("aria-expanded", String(results.length > 0));
    this.#activate(0);
    this.node.scrollTop = 0;
  }

  /** Makes another option active. After the last one comes the first. */
  move(step: 1 | -1): void {
    const { length } = this.#options;
    if (length === 0) return;
    this.#activate((this.#index + step + length) % length);
    // Scrolls to the top, so that the first result's page name is visible too.
    if (this.#index === 0) this.node.scrollTop = 0;
    else this.active?.scrollIntoView({ block: "nearest" });
  }

  #activate(index: number): void {
    this.active?.setAttribute("aria-selected", "false");
    this.#index = index;
    this.active?.setAttribute("aria-selected", "true");
    if (this.active === undefined) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", this.active.id);
  }
}

/** The results of one page below its name. Headings are indented when the page itself is one of the results. */
function groupNode(results: readonly Result[], number: number): HTMLElement {
  const [first] = results;
  const id = `search-group-${number}`;
  const label = element("div", { id, class: "search-place" }, first ? placeNodes(first) : []);
  const className = first?.title === first?.page ? "search-whole" : "";
  return element("div", { role: "group", class: className, "aria-labelledby": id }, [
    label,
    ...results.map((result) =>
      element("a", { href: result.url, role: "option", tabindex: "-1", "aria-selected": "false" }, [
        element("span", { class: "search-title" }, [result.title]),
        element("span", { class: "search-excerpt" }, excerptNodes(result)),
      ]),
    ),
  ]);
}
