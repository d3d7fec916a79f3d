/** What the words after a fence's language say. */
export interface FenceMeta {
  /** The compiler error that this fence must produce, such as `TS2345`. */
  readonly expect?: string;
  /** The file name shown above the block. */
  readonly title?: string;
  /** Why a block in another language than TypeScript is not yet proven. */
  readonly unproven?: string;
}

/** A word that is not understood: `offset` counts from the meta's first character. */
export interface MetaProblem {
  readonly slug: "unknown-meta" | "bad-expect";
  readonly offset: number;
  readonly word: string;
}

export const META_WORDS = ["expect", "title", "unproven"] as const;

const WORD = /([^\s=]+)(?:=(?:"([^"]*)"|(\S+)))?/g;

/**
 * Reads a fence's meta.
 *
 * @example
 * parseFenceMeta('expect=TS2345 title="orders.ts"').meta // { expect: "TS2345", title: "orders.ts" }
 */
export function parseFenceMeta(meta: string): {
  readonly meta: FenceMeta;
  readonly problems: readonly MetaProblem[];
} {
  const read: { expect?: string; title?: string; unproven?: string } = {};
  const problems: MetaProblem[] = [];
  for (const match of meta.matchAll(WORD)) {
    const word = match[1] ?? "";
    const value = match[2] ?? match[3];
    const known = META_WORDS.find((name) => name === word);
    if (known === undefined || value === undefined || value === "") {
      problems.push({ slug: "unknown-meta", offset: match.index, word });
    } else if (known === "expect" && !isErrorCode(value)) {
      problems.push({ slug: "bad-expect", offset: match.index, word: value });
    } else {
      read[known] = value;
    }
  }
  return { meta: read, problems };
}

/** Whether a word is a TypeScript error code as the compiler prints it. */
export function isErrorCode(word: string): boolean {
  return /^TS[1-9]\d{3,4}$/.test(word);
}
