import { gunzipSync } from "node:zlib";

/** What Pagefind has read from one page. */
export interface Fragment {
  readonly url: string;
  /** The text, with single spaces. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Elements with an id: the text of a heading, and the number of words before it. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** A part of a page: from a heading to the next, or the part before the first heading. */
export interface Section {
  /** The URL with the heading's fragment. */
  readonly url: string;
  /** The heading, or the page's title. */
  readonly title: string;
  /** The headings above its own: of an h3 the h2. */
  readonly above: readonly string[];
  /** Of the heading: 2 for an h2; 1 for the part before the first heading. */
  readonly depth: number;
  readonly content: string;
}

/** Pagefind puts its mark before the JSON of each file. */
const MARK = "pagefind_dcd";
const HEADING = /^h[2-6]$/;

/**
 * Reads a file below `fragment/` of an index.
 *
 * @throws when the file is not what this version of Pagefind writes
 */
export function readFragment(bytes: Uint8Array): Fragment {
  const text = gunzipSync(bytes).toString();
  if (!text.startsWith(MARK)) throw new Error("Pagefind's fragments have another form now.");
  const fragment: Fragment = JSON.parse(text.slice(MARK.length));
  return fragment;
}

/** Cuts a page at its headings. Sections without a text are left out. */
export function cutSections({ url, content, meta, anchors }: Fragment): Section[] {
  const words = content.split(" ");
  const headings = anchors
    .filter(({ element, text }) => HEADING.test(element) && text.trim() !== "")
    .sort((a, b) => a.location - b.location);
  const starts = [
    { url, title: meta["title"] ?? url, above: [], depth: 1, location: 0 },
    ...headings.map(({ element, id, text, location }, index) => ({
      url: `${url}#${id}`,
      title: text.trim(),
      above: headingsAbove(headings, index),
      depth: Number(element.slice(1)),
      location,
    })),
  ];
  return starts.flatMap(({ location, ...start }, index) => {
    const text = words.slice(location, starts[index + 1]?.location).join(" ");
    return text.trim() === "" ? [] : [{ ...start, content: text }];
  });
}

/** The last heading before one of each higher level. */
function headingsAbove(headings: Fragment["anchors"], index: number): string[] {
  let level = headings[index]?.element ?? "";
  const above: string[] = [];
  for (const { element, text } of headings.slice(0, index).toReversed()) {
    if (element >= level) continue;
    level = element;
    above.unshift(text.trim());
  }
  return above;
}
