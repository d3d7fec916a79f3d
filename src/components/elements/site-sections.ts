/** Slug of a section → the title and the path of each of its pages: `/navigation.json`. */
type Sections = Readonly<Record<string, readonly (readonly [title: string, path: string])[]>>;

let loaded: Promise<Sections> | undefined;

/** Adds the pages of a section when it is opened, where the document does not have them. */
class SiteSections extends HTMLElement {
  connectedCallback(): void {
    // "toggle" does not bubble.
    this.addEventListener("toggle", ({ target }) => void fill(target), true);
  }
}

async function fill(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const door = target.querySelector<HTMLAnchorElement>(":scope > a");
  if (door === null || target.querySelector("ol") !== null) return;
  loaded ??= fetch("/navigation.json").then((answer): Promise<Sections> => answer.json());
  try {
    const pages = (await loaded)[door.pathname.replaceAll("/", "")] ?? [];
    if (target.querySelector("ol") !== null) return;
    const list = document.createElement("ol");
    list.className = "section-pages";
    list.role = "list";
    for (const [title, href] of pages) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = title;
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
    door.before(list);
  } catch {
    // The link to the section's page stands there already. The next section that is opened asks again.
    loaded = undefined;
  }
}

customElements.define("site-sections", SiteSections);
