import path from "node:path";
import { z } from "astro/zod";
import { HUE_NAMES } from "../samples/systems.ts";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { readLiteral } from "../mdx/literal.ts";
import type { Issue } from "../report/issue.ts";
import { normaliseText, positionAt, type Position } from "../report/source-text.ts";
import type { Section } from "./navigation.ts";

export const NAVIGATION_FILE = "content/navigation.ts";

const navigationSchema = z.array(
  z.strictObject({
    title: z.string().min(1),
    slug: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and "-"'),
    system: z.enum([...HUE_NAMES, "both"]),
    pages: z.array(z.string().min(1)).min(1),
  }),
) satisfies z.ZodType<readonly Section[]>;

/** The order of the site, as data with places. */
export interface Navigation {
  readonly sections: readonly Section[];
  /** The position of a page's name, by the number of its section and its own number. */
  readonly placeOf: (section: number, page: number) => Position;
  readonly issues: readonly Issue[];
}

/**
 * Reads `content/navigation.ts` as a literal instead of running it, so that every name in it has a position for
 * errors.
 */
export function readNavigation(root: string): Navigation {
  return parseNavigation(readTextIfThere(path.join(root, NAVIGATION_FILE)));
}

/** Reads the navigation from the text of its file, which is `undefined` when there is no file. */
export function parseNavigation(text: string | undefined): Navigation {
  const source = normaliseText(text ?? "");
  const found = /export const navigation\b[^=]*=\s*/.exec(source);
  const from = found === null ? 0 : found.index + found[0].length;
  const fail = (offset: number, message: string): Navigation => ({
    sections: [],
    placeOf: () => ({ line: 1, column: 1 }),
    issues: [
      {
        slug: "bad-navigation",
        file: NAVIGATION_FILE,
        ...positionAt(source, offset),
        message: `${message}\nType: export const navigation = [{ title: "Start", slug: "start", system: "both", pages: ["index"] }] as const satisfies readonly Section[];`,
      },
    ],
  });
  if (text === undefined) return fail(0, "The site has no navigation.");
  if (found === null) return fail(0, 'It exports no "navigation".');
  const literal = readLiteral(source.slice(from).replace(/;\s*$/, ""));
  if ("computed" in literal)
    return fail(from + literal.at, "The navigation is a plain list: nothing in it is computed.");
  const [second] = literal.twice;
  if (second !== undefined)
    return fail(from + second.at, `A section says "${second.name}" once. Remove one of the two.`);
  const placeAt = (keys: readonly PropertyKey[]): number =>
    from +
    (literal.starts.get(keys.map(String).join(".")) ??
      literal.starts.get(keys.slice(0, -1).map(String).join(".")) ??
      0);
  const result = navigationSchema.safeParse(literal.value);
  if (!result.success) {
    const [first] = result.error.issues;
    const keys = first?.path ?? [];
    return fail(
      placeAt(keys),
      `${keys.map(String).join(".") || "navigation"}: ${first?.message ?? ""}.`,
    );
  }
  return {
    sections: result.data,
    placeOf: (section, page) => positionAt(source, placeAt([section, "pages", page])),
    issues: [],
  };
}
