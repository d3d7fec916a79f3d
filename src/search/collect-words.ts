import { cutWords } from "./words.ts";

/**
 * Lists the words of all indexed texts for `Vocabulary`: the number of texts, then each word and the number of texts that
 * have it.
 */
export function collectWords(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(cutWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lines = [...counts].map(([word, count]) => `${word} ${count}`).sort();
  return [texts.length, ...lines].join("\n");
}
