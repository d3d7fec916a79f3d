/** Cuts a text into words in lower case: `Fetch.max_bytes` → "fetch", "max", "bytes". */
export function cutWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Endings that make no other word: "commits", "committed", "committing", "redelivery" of "redeliver". */
const ENDING =
  /^(?:[a-z]?(?:s|es|ed|er|ers|ing|ings)|d|r|y|ly|t|cy|ce|ion|ions|l?ations?|e?ments?|able|e|ies|ied)?$/;
/** Words that share fewer letters are not forms of one word. */
const SHORTEST_STEM = 4;

/** Whether two words are forms of one: they share a stem, and both endings are a form's. */
export function areForms(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  if (shared < SHORTEST_STEM) return a === b;
  return ENDING.test(a.slice(shared)) && ENDING.test(b.slice(shared));
}
