import {
  createHighlighter,
  type BundledLanguage,
  type Highlighter,
  type SpecialLanguage,
} from "shiki";
import type { Language, System } from "../check/index.ts";
import { roleOfColour, rolesTheme, type Role } from "./roles.ts";

export interface Token {
  readonly text: string;
  readonly role: Role;
}

/** One line of a block: its tokens joined are the line, character for character. */
export type TokenLine = readonly Token[];

/** Shiki's name of each language. */
const GRAMMARS = {
  ts: "typescript",
  proto: "proto",
  java: "java",
  sh: "shellscript",
  json: "json",
  yaml: "yaml",
  xml: "xml",
  properties: "properties",
  text: "text",
} as const satisfies Readonly<Record<Language, BundledLanguage | SpecialLanguage>>;
const HUE_OF_SYSTEM = { grpc: "wire", kafka: "log" } as const;

let highlighter: Promise<Highlighter> | undefined;

/** Splits code into lines of tokens with roles. Names in `hues` take the hue of the system they were imported from. */
export async function highlight(
  code: string,
  language: Language,
  hues: Readonly<Record<string, System>> = {},
): Promise<TokenLine[]> {
  highlighter ??= createHighlighter({ themes: [rolesTheme], langs: Object.values(GRAMMARS) });
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: GRAMMARS[language],
    theme: "roles",
    // A busy machine must not end a line early: the same code has the same HTML everywhere.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) =>
    mergeTokens(
      line.flatMap(({ content, color }) => {
        const role = roleOfColour(color);
        return role === "plain" ? splitNames(content, hues) : [{ text: content, role }];
      }),
    ),
  );
}

function splitNames(text: string, hues: Readonly<Record<string, System>>): Token[] {
  return text.split(/([A-Za-z_$][\w$]*)/).flatMap((part): Token[] => {
    const system = Object.hasOwn(hues, part) ? hues[part] : undefined;
    return part === ""
      ? []
      : [{ text: part, role: system === undefined ? "plain" : HUE_OF_SYSTEM[system] }];
  });
}

/** Neighbours with one role become one token; white space joins whatever stands before it. */
function mergeTokens(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (last !== undefined && (last.role === token.role || token.text.trim() === "")) {
      merged[merged.length - 1] = { text: last.text + token.text, role: last.role };
    } else {
      merged.push(token);
    }
  }
  return merged;
}
