import { distance } from "../report/nearest.ts";
import type { IssueSlug } from "../report/slugs.ts";
import { isErrorCode } from "./error-code.ts";
import { findComments } from "./comments.ts";
import { commentsOf, type Language } from "./languages.ts";

/** The contents of the comment lines that open a sample. */
export interface Header {
  /** The first line without a keyword; empty when there is none. */
  readonly title: string;
  /** The command that runs the sample, from `// Run: …`. */
  readonly run?: string;
  /** What the sample needs but does not import, from `// Needs: …, …`. */
  readonly needs?: readonly string[];
  /** Why the sample is not run, from `// not run: …`. */
  readonly notRun?: string;
  /** The compiler error that the sample must produce, from `// expect: …`. */
  readonly expect?: string;
}

/** An error in a line of a header; the line is 1-based. */
export interface HeaderProblem {
  readonly slug: IssueSlug & ("unknown-header" | "said-twice" | "bad-expect");
  readonly line: number;
  readonly message: string;
}

interface HeaderLine {
  readonly line: number;
  readonly text: string;
}

interface Said extends HeaderLine {
  readonly word: HeaderWord;
}

/** The most lines a header can have. */
const MAX_LINES = 10;
const EXAMPLES = {
  Run: "Run: node follow-orders.ts",
  Needs: "Needs: ../shop/v1/orders.proto, @bufbuild/buf",
  "not run": "not run: push-and-resume.ts starts it",
  expect: "expect: TS2345",
} as const;
type HeaderWord = keyof typeof EXAMPLES;
const WORDS = ["Run", "Needs", "not run", "expect"] as const satisfies readonly HeaderWord[];
const SAID = new RegExp(`^(${WORDS.join("|")}):\\s*(.+)$`);
/** Matches a keyword of the header whose colon was forgotten. */
const WITHOUT_COLON =
  /^(?:(runs?)\s+(?:node|npm|npx|mvn|java)|(needs?)\s+(?:\.{1,2}\/|@)|(not run)|(expects?)\s+TS\d)/i;

/**
 * Reads the comment lines that open a file: a title, then `Run: …`, `Needs: …`, `not run: …` and `expect: …` in any
 * order.
 */
export function readHeader(
  source: string,
  language: Language,
): { readonly header: Header; readonly problems: readonly HeaderProblem[] } {
  const lines = leadingComments(source, language);
  const said = lines.flatMap(readSaid);
  const others = lines.filter(({ line }) => !said.some((it) => it.line === line));
  const find = (word: HeaderWord): Said | undefined => said.find((it) => it.word === word);
  const [run, needs, notRun, expect] = WORDS.map(find);
  const title = others.find(({ text }) => text !== "" && !/^(?:#region\b|#?!)/.test(text));
  return {
    header: {
      title: title?.text ?? "",
      ...(run && { run: run.text }),
      ...(needs && { needs: needs.text.split(/,\s*/) }),
      ...(notRun && { notRun: notRun.text }),
      ...(expect && { expect: expect.text }),
    },
    problems: [
      ...others.flatMap(nearMiss),
      ...said.filter((it) => find(it.word) !== it).map(saidTwice),
      ...(expect && !isErrorCode(expect.text) ? [badExpect(expect)] : []),
      ...belowHeader(source, language, lines.length),
    ],
  };
}

function leadingComments(source: string, language: Language): readonly HeaderLine[] {
  const { line: mark, block } = commentsOf(language);
  const lines = source.split("\n", MAX_LINES).map((text, index) => ({ line: index + 1, text }));
  const isComment = ({ text }: HeaderLine): boolean =>
    (mark !== undefined && text.startsWith(mark)) ||
    // A line of a block comment, for XML, which has no line comments.
    (mark === undefined && block !== undefined && text.startsWith(block[0]));
  const end = lines.findIndex((line) => !isComment(line));
  return (end === -1 ? lines : lines.slice(0, end)).map(({ line, text }) => {
    const opened = text.slice((mark ?? block?.[0] ?? "").length);
    const closed =
      mark === undefined && block !== undefined ? opened.replace(block[1], "") : opened;
    return { line, text: closed.trim() };
  });
}

function readSaid({ line, text }: HeaderLine): Said[] {
  const [, name, value = ""] = SAID.exec(text) ?? [];
  const word = WORDS.find((it) => it === name);
  return word === undefined ? [] : [{ word, line, text: value }];
}

/** Reports a line that looks like a misspelled keyword, because it would have no effect. */
function nearMiss({ line, text }: HeaderLine): HeaderProblem[] {
  const [written = "", before] = /^([A-Za-z][A-Za-z -]{0,10}?)\s*:/.exec(text) ?? [];
  const word =
    before === undefined
      ? WORDS[(WITHOUT_COLON.exec(text) ?? []).slice(1).findIndex((it) => it !== undefined)]
      : WORDS.find((it) => isNear(before, it));
  if (word === undefined) return [];
  if (before === word)
    return [
      {
        slug: "unknown-header",
        line,
        message: `"${word}:" says nothing here. Type it like this: "${EXAMPLES[word]}".`,
      },
    ];
  const quoted = written === "" ? text.split(/\s/, 2).join(" ") : written;
  return [
    {
      slug: "unknown-header",
      line,
      message: `"${quoted}" is no word of a header. Did you mean "${word}:"? Type it like this: "${EXAMPLES[word]}".`,
    },
  ];
}

function isNear(written: string, word: HeaderWord): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
  return distance(plain(written), plain(word)) <= 1 || plain(written) === `${word}ed`;
}

function saidTwice({ word, line }: Said): HeaderProblem {
  return {
    slug: "said-twice",
    line,
    message: `A header says "${word}:" once. Only the first would count: remove one of them${word === "Needs" ? ", and put its names behind a comma" : ""}.`,
  };
}

function badExpect({ line, text }: Said): HeaderProblem {
  return {
    slug: "bad-expect",
    line,
    message: `"${text}" is not a compiler error code. Type it as the compiler prints it: "// expect: TS2345".`,
  };
}

/** Reports keywords below the header, where they have no effect. */
function belowHeader(source: string, language: Language, headerLines: number): HeaderProblem[] {
  if (language !== "ts" && language !== "java" && language !== "proto") return [];
  if (!new RegExp(`^//\\s?(?:${WORDS.join("|")}):`, "m").test(source)) return [];
  const lines = source.split("\n");
  const below = source.length - lines.slice(headerLines).join("\n").length;
  return findComments(source, language).flatMap(({ kind, start, text }) => {
    const word = readSaid({ line: 0, text: text.trim() })[0]?.word;
    if (kind !== "line" || start < below || word === undefined) return [];
    if (start > 0 && source[start - 1] !== "\n") return [];
    return [
      {
        slug: "unknown-header",
        line: source.slice(0, start).split("\n").length,
        message: `"${word}:" stands below the header, where it is not read. Move it to the comment lines that open the file.`,
      },
    ];
  });
}
