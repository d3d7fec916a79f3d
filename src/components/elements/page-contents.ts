/** The least distance in px of the marked entry from the edges of its column. */
const IN_VIEW = 96;

/**
 * Marks the entry of the heading being read in the page's contents, and keeps it in view: the last heading above the
 * upper third of the window.
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
      if (read !== undefined) keepInView(read.link);
    };
    // The observer fires only when a heading crosses the line, so scrolling measures nothing in between.
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const { heading } of targets) observer.observe(heading);
  }
}

/** Scrolls the column of the navigation alone: `scrollIntoView` might move the page too. */
function keepInView(link: Element): void {
  const column = link.closest("header");
  const { top, bottom } = link.getBoundingClientRect();
  if (column === null || bottom === 0) return;
  if (top < IN_VIEW) column.scrollTop += top - IN_VIEW;
  else if (bottom > innerHeight - IN_VIEW) column.scrollTop += bottom - innerHeight + IN_VIEW;
}

customElements.define("page-contents", PageContents);
