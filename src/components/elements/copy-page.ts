/** How long in ms the button says what happened. */
const FEEDBACK_MS = 2000;

/** A button beside the link to the page as Markdown, which copies that text. */
class CopyPage extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const button = this.querySelector("button");
    if (link === null || button === null) return;
    const name = button.textContent;
    button.addEventListener("click", () => {
      const text = fetch(link.href).then(async (answer) => {
        if (!answer.ok) throw new Error(link.href);
        return new Blob([await answer.text()], { type: "text/plain" });
      });
      // A promise inside ClipboardItem keeps the click's permission while the text is being fetched.
      const copied = navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      const say = (words: string): void => {
        button.textContent = words;
        setTimeout(() => {
          button.textContent = name;
        }, FEEDBACK_MS);
      };
      copied.then(
        () => {
          say("Copied");
        },
        () => {
          say("Not copied");
        },
      );
    });
  }
}

customElements.define("copy-page", CopyPage);
