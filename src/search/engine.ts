import { INDEX, readPostings, type Entry, type PlaceText } from "./index-format.ts";
import { loadText } from "./load-text.ts";
import type { Engine } from "./query.ts";
import { Vocabulary } from "./vocabulary.ts";

let opening: Promise<Engine> | undefined;

/** Loads the words of the index at the first call. Rejects when the site has no index; the next call tries again. */
export function openEngine(): Promise<Engine> {
  opening ??= loadEngine((file) => loadText(`${INDEX}${file}`)).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Opens an index whose files `load` returns. */
export async function loadEngine(load: (file: string) => Promise<string>): Promise<Engine> {
  const [first = "", ...words] = (await load("entry.txt")).split("\n");
  const entry: Entry = JSON.parse(first);
  const vocabulary = new Vocabulary(words, entry.sections);
  const loadFile = (file: string): Promise<string> => load(`${entry.version}/${file}`);
  const loadLines = keep(async (file) => (await loadFile(file)).split("\n"));
  const loadPlace = keep(async (file): Promise<PlaceText> => JSON.parse(await loadFile(file)));
  return {
    entry,
    vocabulary,
    async postingsOf(word) {
      const place = vocabulary.placeOf(word);
      if (place === undefined) return [];
      const chunk = entry.chunks.findLastIndex((start) => start <= place);
      const lines = await loadLines(`${chunk}.txt`);
      return readPostings(lines[place - (entry.chunks[chunk] ?? 0)] ?? "");
    },
    textOf: (number) => loadPlace(`t${number}.json`),
  };
}

/** Remembers what was loaded, and not what failed. */
function keep<T>(load: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (file) => {
    const known = kept.get(file);
    if (known !== undefined) return known;
    const loading = load(file).catch((error: unknown) => {
      kept.delete(file);
      throw error;
    });
    kept.set(file, loading);
    return loading;
  };
}
