/** Hides the rows of the page's tables of facts that do not have every word that is typed, and tables without rows. */
class FactFilter extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input");
    const output = this.querySelector("output");
    if (input === null || output === null) return;
    this.hidden = false;
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const table of document.querySelectorAll(".facts")) {
        // "Java producer, Kafka 4.3.1" belongs to each of its rows.
        const about = table.querySelector(".caption")?.textContent ?? "";
        const rows = [...table.querySelectorAll<HTMLElement>("tbody tr")];
        for (const row of rows) {
          const text = `${about} ${row.textContent}`.toLowerCase();
          row.hidden = !words.every((word) => text.includes(word));
        }
        const left = rows.filter(({ hidden }) => !hidden).length;
        table.toggleAttribute("hidden", left === 0);
        shown += left;
      }
      output.textContent = words.length === 0 ? "" : `${shown} rows`;
    });
  }
}

customElements.define("fact-filter", FactFilter);
