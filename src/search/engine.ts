import type { Engine } from "./query.ts";

/** What we use of `/pagefind/pagefind.js`, which is a file of the built site and not a module of ours. */
interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): Engine;
}

const BUNDLE = "/pagefind/";
/** Two lines in the dialog on a phone. */
const EXCERPT_WORDS = 20;

let opening: Promise<Engine> | undefined;

/** Loads Pagefind and the index's entry at the first call. Rejects when the site has no index; the next call tries again. */
export function openEngine(): Promise<Engine> {
  opening ??= loadPagefind().catch(forget);
  return opening;
}

async function loadPagefind(): Promise<Engine> {
  // A host may let browsers keep the entry for minutes; an old one names files that a new build no longer has.
  const tag = Date.now().toString(36);
  // Pagefind asks for these one after another; each costs a round trip that can begin now.
  preload(`${BUNDLE}pagefind-entry.json?ts=${tag}`);
  preload(`${BUNDLE}wasm.en.pagefind`);
  // Not an import that Vite could resolve: the file is made after Vite has finished.
  const script = `${BUNDLE}pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ script)) as Pagefind;
  const pagefind = createInstance({
    baseUrl: "/",
    excerptLength: EXCERPT_WORDS,
    excerptEllipsis: "…",
    metaCacheTag: tag,
    // A search takes 2 ms; the worker would cost a round trip and 40 kB more.
    noWorker: true,
  });
  return { search: (terms) => pagefind.search(terms).catch(forget) };
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
