/** A heading as Astro reports it. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** An h2 and its h3s. */
export interface ContentsEntry {
  readonly title: string;
  /** Such as "#the-loop-that-resumes". */
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/** The contents of a page: each h2 with its h3s. An h3 before the first h2 is an entry of its own. */
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
