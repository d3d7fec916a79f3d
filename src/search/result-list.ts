import { element } from "./element.ts";
import type { Found, ShownResult } from "./found.ts";
import { excerptNodes, groupByPage, headNodes, placeNodes } from "./result-nodes.ts";

/** The list of a combobox. The focus stays in the field, which names the option that Enter opens. */
export class ResultList {
  readonly node = element("div", {
    id: "search-results",
    role: "listbox",
    "aria-label": "Results",
    // Without it, a browser that lets lists be scrolled by keys would stop here with Tab.
    tabindex: "-1",
  });
  readonly #field: HTMLInputElement;
  readonly #chosen: (result: ShownResult | undefined) => void;
  #results: readonly ShownResult[] = [];
  #options: HTMLAnchorElement[] = [];
  #index = 0;

  /** @param chosen is told which result is active */
  constructor(field: HTMLInputElement, chosen: (result: ShownResult | undefined) => void) {
    this.#field = field;
    this.#chosen = chosen;
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
    // What the pointer is on is shown, as with the arrow keys; it moves no scroll.
    this.node.addEventListener("pointermove", ({ target }) => {
      const option = target instanceof Element ? target.closest("a") : null;
      const index = option === null ? -1 : this.#options.indexOf(option);
      if (index >= 0 && index !== this.#index) this.#activate(index);
    });
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options[this.#index];
  }

  /** Shows results and makes the first one active. */
  show(found: Pick<Found, "direct" | "results">): void {
    const { direct, results } = found;
    const groups = groupByPage(results);
    this.#results = [...direct, ...groups.flat()];
    this.node.replaceChildren(
      ...(direct.length === 0 ? [] : [directNode(direct)]),
      ...groups.map(groupNode),
    );
    this.#options = [...this.node.querySelectorAll("a")];
    for (const [index, option] of this.#options.entries()) option.id = `search-option-${index}`;
    this.node.hidden = this.#options.length === 0;
    this.#field.setAttribute("aria-expanded", String(this.#options.length > 0));
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
    this.#chosen(this.#results[index]);
  }
}

/** What the query is the name of. */
function directNode(results: readonly ShownResult[]): HTMLElement {
  const id = "search-direct";
  return element("div", { role: "group", class: id, "aria-labelledby": id }, [
    element("div", { id, class: "search-place" }, ["Answer"]),
    ...results.map(optionNode),
  ]);
}

/** The results of one page below its name. Headings are indented when the page itself is one of the results. */
function groupNode(results: readonly ShownResult[], number: number): HTMLElement {
  const [first] = results;
  const id = `search-group-${number}`;
  const label = element("div", { id, class: "search-place" }, first ? placeNodes(first) : []);
  const className = first?.kind === "page" ? "search-whole" : "";
  return element("div", { role: "group", class: className, "aria-labelledby": id }, [
    label,
    ...results.map(optionNode),
  ]);
}

function optionNode(result: ShownResult): HTMLElement {
  return element(
    "a",
    { href: result.url, role: "option", tabindex: "-1", "aria-selected": "false" },
    [
      ...headNodes(result),
      element("span", { class: "search-excerpt" }, excerptNodes(result.excerpt)),
    ],
  );
}
