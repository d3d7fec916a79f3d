const FEEDBACK_MS = 2000;
/** What a block shows: a sample's lines, or commands. */
const SHOWN = [".code-lines", ".code-commands"];

/**
 * `<copy-code>` contains a button that copies the block around it: the folded imports and the shown lines, without
 * the notes. With `src` it copies that file instead. The button stays hidden until the element is defined, so that it
 * never appears without working.
 */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const figure = this.closest("figure");
    if (figure !== null) nameCopyButtons(figure);
    this.querySelector("button")?.addEventListener("click", () => {
      void this.#copy();
    });
  }

  async #copy(): Promise<void> {
    try {
      const source = this.getAttribute("src");
      // A promise inside ClipboardItem keeps the click's permission while a file is being fetched.
      const text = source === null ? Promise.resolve(this.#shownCode()) : fetchText(source);
      const blob = text.then((content) => new Blob([content], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
      this.#say("copied");
    } catch {
      this.#select();
      this.#say("not copied: press Ctrl+C");
    }
  }

  #shownCode(): string {
    const figure = this.closest("figure");
    const parts = [".code-preface", ...SHOWN].flatMap((selector) => {
      const code = figure?.querySelector(selector);
      return code === null || code === undefined ? [] : [linesOf(code)];
    });
    return `${parts.join("\n\n")}\n`;
  }

  #select(): void {
    const code = this.closest("figure")?.querySelector(SHOWN.join());
    if (code !== null && code !== undefined) getSelection()?.selectAllChildren(code);
  }

  /** Shows the outcome in place of the label; `role=status` makes screen readers announce it. */
  #say(outcome: string): void {
    const button = this.querySelector("button");
    if (button === null) return;
    const label = (button.dataset["label"] ??= button.textContent);
    let status = this.querySelector("[role=status]");
    if (status === null) {
      status = document.createElement("span");
      status.setAttribute("role", "status");
      status.className = "hidden-text";
      this.append(status);
    }
    status.textContent = outcome;
    button.textContent = outcome;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, FEEDBACK_MS);
  }
}

/** Names the file in the names of a block's buttons: "copy file push.ts (needs 10 more)". */
export function nameCopyButtons(figure: Element): void {
  const file = figure.querySelector(".code-file")?.textContent?.split("/").at(-1);
  for (const button of figure.querySelectorAll("copy-code button")) {
    const name = button.textContent?.replace(/^copy( file)?/, `$& ${file ?? "commands"}`);
    button.setAttribute("aria-label", name ?? "");
  }
}

function linesOf(code: Element): string {
  const copy = code.cloneNode(true) as Element;
  for (const note of copy.querySelectorAll(".code-note")) note.remove();
  return copy.textContent ?? "";
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

customElements.define("copy-code", CopyCode);
