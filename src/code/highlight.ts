import { createHighlighter, type Highlighter } from "shiki";
import { grammarOf, LANGUAGES, type Language } from "../samples/languages.ts";
import { HUES, type System } from "../samples/systems.ts";
import { roleOfColour, rolesTheme, type Role } from "./roles.ts";

export interface Token {
  readonly text: string;
  readonly role: Role;
}

/** One line of a block. Its tokens, joined, are exactly the line. */
export type TokenLine = readonly Token[];

let highlighter: Promise<Highlighter> | undefined;

/** Splits code into lines of tokens with roles. Names in `hues` take the hue of the system they were imported from. */
export async function highlight(
  code: string,
  language: Language,
  hues: Readonly<Record<string, System>> = {},
): Promise<TokenLine[]> {
  highlighter ??= createHighlighter({ themes: [rolesTheme], langs: LANGUAGES.map(grammarOf) });
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: grammarOf(language),
    theme: "roles",
    // Without a time limit, so that a busy machine produces the same HTML as any other.
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
    return part === "" ? [] : [{ text: part, role: system === undefined ? "plain" : HUES[system] }];
  });
}

/** Merges neighbouring tokens of one role. White space joins the token before it. */
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
