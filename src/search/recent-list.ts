import { element } from "./element.ts";
import { clearRecent, readRecent, removeRecent } from "./recent.ts";

/** The recent searches, shown while the field is empty. */
export class RecentList {
  readonly node = element("div", { class: "search-recent" });
  readonly #field: HTMLInputElement;
  readonly #ask: (query: string) => void;

  constructor(field: HTMLInputElement, ask: (query: string) => void) {
    this.#field = field;
    this.#ask = ask;
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    });
  }

  /** Shows what is kept, or nothing when nothing is. */
  show(): void {
    const queries = readRecent();
    this.node.hidden = queries.length === 0;
    const head = element("div", { class: "search-recent-head" }, [
      element("h2", { id: "search-recent" }, ["Recent searches"]),
      this.#button("clear all", "Clear all recent searches", () => {
        clearRecent();
        this.show();
        this.#field.focus();
      }),
    ]);
    const items = queries.map((query) =>
      element("li", {}, [
        this.#button(query, `Search again for ${query}`, () => this.#ask(query), "search-again"),
        this.#button("remove", `Remove ${query}`, () => {
          removeRecent(query);
          this.show();
          (this.#queries()[0] ?? this.#field).focus();
        }),
      ]),
    );
    const list = element("ul", { role: "list", "aria-labelledby": "search-recent" }, items);
    this.node.replaceChildren(head, list);
  }

  /** Moves the focus to the next query, and from the first one up into the field. */
  move(step: 1 | -1): void {
    if (this.node.hidden) return;
    const queries = this.#queries();
    const at = queries.findIndex((it) => it.closest("li")?.contains(document.activeElement));
    (queries[Math.min(at + step, queries.length - 1)] ?? this.#field).focus();
  }

  #queries(): HTMLElement[] {
    return [...this.node.querySelectorAll<HTMLElement>(".search-again")];
  }

  #button(words: string, label: string, press: () => void, name = ""): HTMLButtonElement {
    const button = element("button", { type: "button", class: name, "aria-label": label }, [words]);
    button.addEventListener("click", press);
    return button;
  }
}
