/**
 * Whether a line contains words, and not only as a part of a longer word or number.
 *
 * @example
 * hasWords("25 lost", "5 lost") // false
 */
export function hasWords(line: string, words: string): boolean {
  const before = /^\d/.test(words) ? "(?<![\\w.,])" : /^\w/.test(words) ? "(?<!\\w)" : "";
  const after = /\d$/.test(words) ? "(?!\\w|[.,]\\d)" : /\w$/.test(words) ? "(?!\\w)" : "";
  return new RegExp(before + RegExp.escape(words) + after).test(line);
}
