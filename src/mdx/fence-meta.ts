import { isErrorCode } from "../samples/error-code.ts";

/** What the words after a fence's language mean. */
export interface FenceMeta {
  /** The compiler error that the fence must produce, such as `TS2345`. */
  readonly expect?: string;
  /** The file name shown above the block. */
  readonly title?: string;
  /** Why a block in another language than TypeScript is not proven. */
  readonly unproven?: string;
  /** The test that types every line of a `sh` fence: `tests/sites/quick-start.test.ts`. */
  readonly typed?: string;
  /** `browsers`: compile with the DOM's library and without Node's types. */
  readonly for?: string;
}

/** An unknown word. `offset` counts from the meta's first character. */
export interface MetaProblem {
  readonly slug: "unknown-meta" | "bad-expect" | "said-twice";
  readonly offset: number;
  readonly word: string;
}

export const META_WORDS = ["expect", "title", "unproven", "typed", "for"] as const;

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
  /** The offset of each word from the meta's first character. */
  readonly offsets: ReadonlyMap<string, number>;
} {
  const read: { -readonly [Word in keyof FenceMeta]: FenceMeta[Word] } = {};
  const problems: MetaProblem[] = [];
  const offsets = new Map<string, number>();
  for (const match of meta.matchAll(WORD)) {
    const word = match[1] ?? "";
    const value = match[2] ?? match[3];
    const known = META_WORDS.find((name) => name === word);
    const report = (slug: MetaProblem["slug"], named = word): void => {
      problems.push({ slug, offset: match.index, word: named });
    };
    if (known === undefined || value === undefined || value.trim() === "") report("unknown-meta");
    else if (offsets.has(word)) report("said-twice");
    else if (known === "expect" && !isErrorCode(value)) report("bad-expect", value);
    else if (known === "for" && value !== "browsers") report("unknown-meta", `for=${value}`);
    else read[known] = value;
    offsets.set(word, match.index);
  }
  return { meta: read, problems, offsets };
}
