import { readAsked, type Asked } from "./asked.ts";
import type { Filterable } from "./filters.ts";
import type { Engine } from "./query.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * The parts of `/pagefind/pagefind.js` that are used here. It is a file of the built site, not a module of this one.
 */
interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): {
    /** Without words, everything that the filters let through. */
    search(
      terms: string | null,
      options?: Parameters<Engine["search"]>[1],
    ): ReturnType<Engine["search"]>;
  };
}

const BUNDLE = "/pagefind/";
/** How much a word counts in what a record has besides its text. */
export const META_WEIGHTS = { title: 5, page: 1, asked: 3 } as const;
/** Fills two lines of the dialog on a phone. */
const EXCERPT_WORDS = 20;

/** The index, and what the query is read with. */
export interface OpenedIndex {
  readonly engine: Engine & Filterable;
  readonly vocabulary: Vocabulary;
  readonly asked: readonly Asked[];
}

let opening: Promise<OpenedIndex> | undefined;

/**
 * Loads Pagefind and the entry of its index at the first call. Rejects when the site has no index; the next call
 * tries again.
 */
export function openEngine(): Promise<OpenedIndex> {
  opening ??= loadIndex().catch(forget);
  return opening;
}

async function loadIndex(): Promise<OpenedIndex> {
  // The time keeps browsers from reusing an old entry, which would name files that a new build no longer has.
  const tag = Date.now().toString(36);
  const [engine, words, asked] = await Promise.all([
    loadPagefind(tag),
    loadText(`${BUNDLE}words.txt?ts=${tag}`),
    loadText(`/search/asked.txt?ts=${tag}`),
  ]);
  return { engine, vocabulary: new Vocabulary(words), asked: readAsked(asked) };
}

async function loadText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

async function loadPagefind(tag: string): Promise<Engine & Filterable> {
  // Pagefind requests these one after another. Preloading them now saves round trips.
  preload(`${BUNDLE}pagefind-entry.json?ts=${tag}`);
  preload(`${BUNDLE}wasm.en.pagefind`);
  // The path is a variable because Vite must not resolve it: the file is made after Vite has finished.
  const script = `${BUNDLE}pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ script)) as Pagefind;
  const pagefind = createInstance({
    baseUrl: "/",
    excerptLength: EXCERPT_WORDS,
    excerptEllipsis: "…",
    metaCacheTag: tag,
    ranking: { metaWeights: META_WEIGHTS },
    // A search takes 2 ms, and the worker would cost a round trip and 40 kB.
    noWorker: true,
  });
  return {
    search: (terms, options) => pagefind.search(terms, options).catch(forget),
    list: (filters) => pagefind.search(null, { filters }).catch(forget),
  };
}

function preload(href: string): void {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = href;
  document.head.append(link);
}

function forget(error: unknown): never {
  opening = undefined;
  throw error;
}
