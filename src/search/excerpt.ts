/** A run of an excerpt's text: what was looked for, or what stands around it. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Reads an excerpt as Pagefind writes it: text with `<` and `>` escaped, and `<mark>` around words that match, with
 * the punctuation behind them. The result is text only, so nothing that a page contains can become an element of ours.
 *
 * @example readExcerpt("a <mark>Promise&lt;Order&gt;</mark>") // "a ", and the match "Promise<Order>"
 */
export function readExcerpt(marked: string): ExcerptPart[] {
  // Splitting at a group puts what it caught at every odd index.
  return marked
    .split(/<mark>([\s\S]*?)<\/mark>/)
    .map((escaped) => escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
    .flatMap((text, index) => (index % 2 === 1 ? splitMatch(text) : [{ text, isMatch: false }]))
    .filter(({ text }) => text !== "");
}

function splitMatch(text: string): ExcerptPart[] {
  const word = text.replace(/[.,;:]+$/, "");
  return [
    { text: word, isMatch: true },
    { text: text.slice(word.length), isMatch: false },
  ];
}

/** Leaves out the heading when an excerpt begins with it: it is shown above already. */
export function cutTitle(parts: readonly ExcerptPart[], title: string): ExcerptPart[] {
  const text = parts.map((part) => part.text).join("");
  if (!text.startsWith(title)) return [...parts];
  // Pagefind ends every block with a full stop that the page does not have.
  const ending = /^\.?(?:\s+|$)/.exec(text.slice(title.length));
  if (ending === null) return [...parts];
  let left = title.length + ending[0].length;
  const rest: ExcerptPart[] = [];
  for (const part of parts) {
    const kept = part.text.slice(left);
    left = Math.max(0, left - part.text.length);
    if (kept !== "") rest.push({ ...part, text: kept });
  }
  return rest;
}
