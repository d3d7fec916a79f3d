/** A heading as Astro reports it. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** An h2 and the h3s below it. */
export interface ContentsEntry {
  readonly title: string;
  /** "#the-loop-that-resumes" */
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/** The contents of a page: its h2 with their h3; an h3 before the first h2 stands on its own. */
export function buildContents(headings: readonly Heading[]): ContentsEntry[] {
  const contents: { title: string; href: string; children: ContentsEntry[] }[] = [];
  for (const { depth, slug, text } of headings) {
    const entry = { title: text, href: `#${slug}`, children: [] };
    const parent = contents.at(-1);
    if (depth === 3 && parent !== undefined) parent.children.push(entry);
    else if (depth === 2 || depth === 3) contents.push(entry);
  }
  return contents;
}
