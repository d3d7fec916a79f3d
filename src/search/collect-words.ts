import { gunzipSync } from "node:zlib";
import { cutWords } from "./words.ts";

/** What is read of a fragment, in which Pagefind keeps the text that it has indexed of one page. */
interface Fragment {
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Pagefind puts its mark before the JSON of each file. */
const MARK = "pagefind_dcd";

/**
 * Lists the words of all indexed pages for `Vocabulary`: the number of pages, then each word and the number of pages
 * that have it. They are read from the index itself, so that a word is here if, and only if, it can be found.
 *
 * @param fragments the files below `fragment/` of an index
 * @throws when a file is not what this version of Pagefind writes
 */
export function collectWords(fragments: readonly Uint8Array[]): string {
  const pages = new Map<string, number>();
  for (const fragment of fragments) {
    const { content, meta } = readFragment(fragment);
    for (const word of new Set(cutWords([content, ...Object.values(meta)].join(" "))))
      pages.set(word, (pages.get(word) ?? 0) + 1);
  }
  const lines = [...pages].map(([word, count]) => `${word} ${count}`).sort();
  return [fragments.length, ...lines].join("\n");
}

function readFragment(bytes: Uint8Array): Fragment {
  const text = gunzipSync(bytes).toString();
  if (!text.startsWith(MARK)) throw new Error("Pagefind's fragments have another form now.");
  const fragment: Fragment = JSON.parse(text.slice(MARK.length));
  return fragment;
}
