/**
 * Marks the entry of the heading being read in the page's contents: the last heading above the upper third of the
 * window.
 */
class PageContents extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    const targets = links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading === null ? [] : [{ link, heading }];
    });
    const mark = (): void => {
      const read = targets.findLast(
        ({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3,
      );
      for (const { link } of targets) {
        if (link === read?.link) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    // The observer fires only when a heading crosses the line, so scrolling measures nothing in between.
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const { heading } of targets) observer.observe(heading);
  }
}

customElements.define("page-contents", PageContents);
