/** A comment; `text` is what stands between its marks. */
export interface Comment {
  readonly kind: "line" | "block";
  /** Offset of its first character. */
  readonly start: number;
  /** Offset just past its last. */
  readonly end: number;
  readonly text: string;
}

/** The languages in which `//` and `/*` open a comment and quotes open a string. */
export type CodeLanguage = "ts" | "java" | "proto";

const SPACE = String.raw`(?<space>\s+)`;
const COMMENTS = String.raw`(?<line>\/\/[^\n\r\u2028\u2029]*)|(?<block>\/\*[\s\S]*?(?:\*\/|$))`;
const STRINGS = String.raw`(?<string>"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)`;
const TEXT_BLOCK = String.raw`(?<text>"""(?:[^\\]|\\[\s\S])*?(?:"""|$))`;
const WORDS = String.raw`(?<word>[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*)`;
const SIGNS = String.raw`(?<sign>[!=]==?|\+\+|--|\?\.|[\s\S])`;
const TEMPLATE_PART = String.raw`(?:[^\x60\\$]|\\[\s\S]|\$(?!\{))*(?:\x60|\$\{|$)`;
const REGEX = String.raw`(?<regex>\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)`;

const cut = (...alternatives: readonly string[]): RegExp =>
  new RegExp(alternatives.join("|"), "uy");
const SHARED = [SPACE, COMMENTS, STRINGS, WORDS];
const TEMPLATE = `(?<template>\\x60${TEMPLATE_PART})`;
/** The tokens where a value may begin, so that `/` opens a regular expression. */
const TS_BEFORE_VALUE = cut(...SHARED, TEMPLATE, REGEX, SIGNS);
/** The tokens after a value, where `/` divides. */
const TS_AFTER_VALUE = cut(...SHARED, TEMPLATE, SIGNS);
const TEMPLATE_REST = cut(`(?<template>\\}${TEMPLATE_PART})`);
const JAVA = cut(SPACE, COMMENTS, TEXT_BLOCK, STRINGS, WORDS, SIGNS);
const PROTO = cut(...SHARED, SIGNS);

/** Words after which a value begins. All other words are values or names of values. */
const BEFORE_VALUE = new Set(
  "return typeof case in of delete void throw new else do await yield instanceof".split(" "),
);
/** Words whose parentheses are followed by a statement. */
const BEFORE_CONDITION = new Set(["if", "while", "for", "with"]);

/**
 * Finds the comments of a file, in order. Comment marks in a string, a template or a regular expression do not count,
 * but the expressions inside a template are code and may have comments.
 *
 * @example
 * findComments('log("// no"); // yes', "ts") // [{ kind: "line", text: " yes", start: 14, end: 20 }]
 */
export function findComments(source: string, language: CodeLanguage): readonly Comment[] {
  return cutTokens(source, language).flatMap(({ kind, start, text }) =>
    kind === "line" || kind === "block" ? [toComment(kind, start, text)] : [],
  );
}

/** Replaces comments and strings by spaces, so that only code is left at unchanged offsets. */
export function blankTexts(source: string, language: CodeLanguage): string {
  return cutTokens(source, language)
    .map(({ kind, text }) => (kind === "code" ? text : text.replace(/\S/g, " ")))
    .join("");
}

interface Token {
  readonly kind: "line" | "block" | "quoted" | "code";
  readonly start: number;
  readonly text: string;
}

/** Cuts a text into tokens. Joined, the tokens are the text. */
function cutTokens(source: string, language: CodeLanguage): Token[] {
  const tokens: Token[] = [];
  /** For each open parenthesis, whether it belongs to an `if`, `while`, `for` or `with`. */
  const parentheses: boolean[] = [];
  /** For each open brace, whether it is the `${` of a template. */
  const braces: boolean[] = [];
  let last = "";
  let isAfterValue = false;
  for (let at = 0; at < source.length;) {
    const isRest = source[at] === "}" && braces.pop() === true;
    const pattern: RegExp = isRest ? TEMPLATE_REST : patternOf(language, isAfterValue);
    pattern.lastIndex = at;
    const { 0: text = "", groups = {} } = pattern.exec(source) ?? {};
    const kind = kindOf(groups);
    tokens.push({ kind, start: at, text });
    at += text.length;
    if (kind === "line" || kind === "block" || groups["space"] !== undefined) continue;
    if (text === "{") braces.push(false);
    if (groups["template"]?.endsWith("${") === true) braces.push(true);
    if (text === "(") parentheses.push(BEFORE_CONDITION.has(last));
    const isCondition = text === ")" && parentheses.pop() === true;
    isAfterValue = !isCondition && endsValue(text, groups, { last, isAfterValue });
    last = text;
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string>>): Token["kind"] {
  if (groups["line"] !== undefined) return "line";
  if (groups["block"] !== undefined) return "block";
  const isCode = ["space", "word", "sign"].some((it) => groups[it] !== undefined);
  return isCode ? "code" : "quoted";
}

function patternOf(language: CodeLanguage, isAfterValue: boolean): RegExp {
  if (language === "java") return JAVA;
  if (language === "proto") return PROTO;
  return isAfterValue ? TS_AFTER_VALUE : TS_BEFORE_VALUE;
}

/** Whether a `/` after this token divides. */
function endsValue(
  text: string,
  groups: Readonly<Record<string, string>>,
  before: { readonly last: string; readonly isAfterValue: boolean },
): boolean {
  if (groups["template"] !== undefined) return text.endsWith("`");
  if (groups["word"] !== undefined) return !BEFORE_VALUE.has(text) || /^\??\.$/.test(before.last);
  if (groups["sign"] === undefined) return true;
  // `count++` and `value!` are values like what they follow.
  return /^(?:\+\+|--|!)$/.test(text) ? before.isAfterValue : text === ")" || text === "]";
}

function toComment(kind: Comment["kind"], start: number, written: string): Comment {
  const isClosed = kind === "block" && written.length >= 4 && written.endsWith("*/");
  return {
    kind,
    start,
    end: start + written.length,
    text: written.slice(2, isClosed ? -2 : undefined),
  };
}
