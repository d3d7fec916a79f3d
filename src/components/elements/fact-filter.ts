/** Hides the rows of the page's tables of facts that lack a typed word, and tables without visible rows. */
class FactFilter extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input");
    const output = this.querySelector("output");
    if (input === null || output === null) return;
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const table of document.querySelectorAll(".facts")) {
        // A caption such as "Java producer, Kafka 4.3.1" counts for every row of its table.
        const about = table.querySelector(".caption strong")?.textContent ?? "";
        const rows = [...table.querySelectorAll<HTMLElement>("tbody tr")];
        for (const row of rows) {
          const text = `${about} ${wordsOf(row)}`.toLowerCase();
          row.hidden = !words.every((word) => text.includes(word));
        }
        const left = rows.filter(({ hidden }) => !hidden).length;
        table.toggleAttribute("hidden", left === 0);
        shown += left;
      }
      output.textContent = words.length === 0 ? "" : `${shown} ${shown === 1 ? "row" : "rows"}`;
    });
  }
}

/** The text of a row without the column names that phones show in it. */
function wordsOf(row: HTMLElement): string {
  const copy = row.cloneNode(true) as HTMLElement;
  for (const label of copy.querySelectorAll(".cell-label")) label.remove();
  return copy.textContent;
}

customElements.define("fact-filter", FactFilter);
