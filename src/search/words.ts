/** Cuts a text into words in lower case: `Fetch.max_bytes` → "fetch", "max", "bytes". */
export function cutWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Like {@link cutWords}, and the parts of names too: `commitOffsets` → "commitoffsets", "commit", "offsets". */
export function cutIndexed(text: string): string[] {
  const parts = text.match(/[\p{L}\p{N}]*\p{Ll}\p{Lu}[\p{L}\p{N}]*/gu) ?? [];
  return [...cutWords(text), ...parts.flatMap(cutName)];
}

/** The words of a name in camel case; none for any other word. */
export function cutName(name: string): string[] {
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
  return words.length < 2 ? [] : words.map((word) => word.toLowerCase());
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

/** How many letters at its beginning every form of a word has too. */
export function mayBeForms(word: string): number {
  return word.length <= SHORTEST_STEM ? word.length : SHORTEST_STEM;
}

/** Words of a question that say nothing about its subject. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about after again all am an and any are as at be been before being but by can cannot could did do does doing " +
    "during each error errors even every exception failed failure for from get gets getting got had has have having he " +
    "her here how i if in instead into is isn it its just know like make many me more most much must my need of off on " +
    "only or other our out over please problem should so some still such t than that the their them then there these " +
    "they this those through to too uncaught under unhandled until up use used using very want was way we were what when " +
    "where whether which while who why will with without work working works would you your s don doesn didn " +
    "hour hours minute minutes second seconds ten thirty sixty hundred thousand several"
  ).split(" "),
);
