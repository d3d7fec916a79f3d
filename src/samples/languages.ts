/** How a language writes comments: from a mark to the end of the line, or between two marks. */
export interface CommentMarks {
  readonly line?: "//" | "#";
  readonly block?: readonly [open: string, close: string];
}

const C_LIKE = { line: "//", block: ["/*", "*/"] } as const;
const HASH = { line: "#" } as const;

/** The languages of blocks, by the word after a fence: file endings, comment marks, and the name of Shiki's grammar. */
const TABLE = {
  ts: { endings: ["ts"], comments: C_LIKE, grammar: "typescript" },
  proto: { endings: ["proto"], comments: C_LIKE, grammar: "proto" },
  java: { endings: ["java"], comments: C_LIKE, grammar: "java" },
  sh: { endings: ["sh"], comments: HASH, grammar: "shellscript" },
  json: { endings: ["json"], comments: {}, grammar: "json" },
  yaml: { endings: ["yaml", "yml"], comments: HASH, grammar: "yaml" },
  xml: { endings: ["xml"], comments: { block: ["<!--", "-->"] }, grammar: "xml" },
  properties: { endings: ["properties"], comments: HASH, grammar: "properties" },
  conf: { endings: ["conf"], comments: HASH, grammar: "nginx" },
  cfg: { endings: ["cfg"], comments: HASH, grammar: "nginx" },
  caddyfile: { endings: ["caddyfile"], comments: HASH, grammar: "nginx" },
  text: { endings: ["text", "txt"], comments: HASH, grammar: "text" },
} as const satisfies Readonly<
  Record<string, { endings: readonly string[]; comments: CommentMarks; grammar: string }>
>;

export type Language = keyof typeof TABLE;

function isLanguage(name: string): name is Language {
  return Object.hasOwn(TABLE, name);
}

/** All languages, in the order in which messages list them. */
export const LANGUAGES: readonly Language[] = Object.keys(TABLE).filter(isLanguage);

/** Every file ending of those languages, without its dot. */
export const ENDINGS: readonly string[] = LANGUAGES.flatMap((name) => TABLE[name].endings);

/** Endings, without dots, to serve as plain text. JSON and XML have types of their own that browsers show. */
export const PLAIN_TEXT_ENDINGS: readonly string[] = ENDINGS.filter(
  (ending) => ending !== "json" && ending !== "xml",
);

/** The language with that name, or `undefined`. */
export function findLanguage(name: string): Language | undefined {
  return isLanguage(name) ? name : undefined;
}

/** The language of a file ending without its dot, or `undefined`. */
export function languageOfEnding(ending: string): Language | undefined {
  return LANGUAGES.find((name) => TABLE[name].endings.some((it) => it === ending));
}

/** The comment marks of a language. */
export function commentsOf(language: Language): CommentMarks {
  return TABLE[language].comments;
}

/** The name of a language's grammar in Shiki. */
export function grammarOf(language: Language): (typeof TABLE)[Language]["grammar"] {
  return TABLE[language].grammar;
}
