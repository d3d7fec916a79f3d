import { element } from "./element.ts";
import { toggle, type Filters } from "./filters.ts";
import { KINDS, SUBJECTS, type Kind, type Subject } from "./kinds.ts";

/** Two rows of buttons: whose matter a result shall be, and what kind it shall have. */
export class FilterBar {
  readonly node: HTMLElement;
  #filters: Filters;

  /** @param changed is called after each press */
  constructor(filters: Filters, changed: () => void) {
    this.#filters = filters;
    const subjects = SUBJECTS.map((subject) =>
      this.#button<Subject>(subject, subject, "subjects", changed),
    );
    const kinds = Object.entries(KINDS).map(([kind, [, many]]) =>
      this.#button<Kind>(many, kind as Kind, "kinds", changed),
    );
    this.node = element("div", { class: "search-filters" }, [
      groupNode("About", subjects),
      groupNode("Kind", kinds),
    ]);
  }

  get filters(): Filters {
    return this.#filters;
  }

  #button<Value extends Kind | Subject>(
    words: string,
    value: Value,
    of: keyof Filters,
    changed: () => void,
  ): HTMLButtonElement {
    const button = element("button", { type: "button" }, [words]);
    const show = (): void => {
      const pressed: ReadonlySet<string> = this.#filters[of];
      button.setAttribute("aria-pressed", String(pressed.has(value)));
    };
    button.addEventListener("click", () => {
      this.#filters = { ...this.#filters, [of]: toggle<string>(this.#filters[of], value) };
      show();
      changed();
    });
    show();
    return button;
  }
}

function groupNode(name: string, buttons: readonly HTMLElement[]): HTMLElement {
  const label = element("span", { "aria-hidden": "true" }, [name]);
  return element("div", { role: "group", "aria-label": name }, [label, ...buttons]);
}
