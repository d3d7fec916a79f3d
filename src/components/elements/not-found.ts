import { likelyPages, wordsOfAddress } from "../../docs/likely-pages.ts";

/** On the page of unknown addresses: asks the search for the words of the address, and lists pages with such names. */
class NotFound extends HTMLElement {
  connectedCallback(): void {
    const words = wordsOfAddress(location.pathname);
    if (words.length === 0) return;
    const search = document.createElement("a");
    search.href = `/search/?q=${encodeURIComponent(words.join(" "))}`;
    search.textContent = `Search for “${words.join(" ")}”`;
    const links = document.querySelectorAll<HTMLAnchorElement>(".section-pages > li > a");
    const pages = [...links].map((link) => ({ title: link.text.trim(), path: link.pathname }));
    const likely = likelyPages(location.pathname, pages);
    const rows = likely.map(({ title, path }) => {
      const link = document.createElement("a");
      link.href = path;
      link.textContent = title;
      const row = document.createElement("li");
      row.append(link);
      return row;
    });
    const [searching, meant] = this.querySelectorAll("p");
    searching?.replaceChildren(search);
    meant?.replaceChildren(
      rows.length === 0 ? "No page has such a name." : "Pages with such a name:",
    );
    this.querySelector("ul")?.replaceChildren(...rows);
  }
}

customElements.define("not-found", NotFound);
