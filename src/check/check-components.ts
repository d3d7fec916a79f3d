import type { z } from "astro/zod";
import { CannotShow } from "../components/authoring/cannot-show.ts";
import {
  COMPONENT_NAMES,
  COMPONENTS,
  findComponent,
  type ComponentName,
} from "../components/authoring/components.ts";
import type { ComponentUse } from "../mdx/find-components.ts";
import type { Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Position } from "../report/source-text.ts";
import type { IssueSlug } from "../report/slugs.ts";
import { findForeign } from "./check-elements.ts";
import { showComponent, type Known } from "./show-component.ts";

/** The data that one component on a page shows, identified by the component's position. */
export interface ShownComponent extends Position {
  readonly name: ComponentName;
  /** Plain data, passed to the component as its prop `shown`. */
  readonly shown: unknown;
}

/**
 * Checks every component as rendering would: its name, where it stands, its props, and whether the data it asks for
 * exists.
 */
export function checkComponents(
  page: Page,
  known: Known,
): { readonly shown: readonly ShownComponent[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = page.code.map(({ text, line, column }) => ({
    slug: "code-on-page",
    file: page.file,
    line,
    column,
    message: `A page runs no code, and "${text.split("\n")[0]}" is code. Write a brace as {"{"}, a comment as {/* … */}; components need no import.`,
  }));
  const shown = page.components.flatMap((use): ShownComponent[] => {
    const report = (slug: IssueSlug, message: string, at: Position = use): void => {
      issues.push({ slug, file: page.file, line: at.line, column: at.column, message });
    };
    for (const { name, ...at } of use.twice)
      report(
        "said-twice",
        `<${use.name}> says ${name} a second time. One of them would be dropped: type one.`,
        at,
      );
    const name = findComponent(use.name);
    if (name === undefined) {
      const problem = explainUnknown(use.name);
      if (problem !== undefined) report("unknown-component", problem);
      else
        for (const { message, ...at } of findForeign(use)) report("foreign-element", message, at);
      for (const { text, ...at } of problem === undefined ? use.computed : [])
        report("computed-prop", explainComputed(text), at);
      return [];
    }
    if (COMPONENTS[name].stands === "alone" && use.isInline) {
      report(
        "misplaced-component",
        `<${name}> stands on a line of its own, not within a sentence or a cell. Put an empty line above and below it.`,
      );
      return [];
    }
    // `src/mdx` reads and checks these two.
    if (name === "Sample" || name === "Said") return [];
    for (const { text, ...at } of use.computed) report("computed-prop", explainComputed(text), at);
    if (use.computed.length > 0) return [];
    const result = COMPONENTS[name].schema.safeParse(use.props);
    if (!result.success) {
      for (const issue of result.error.issues)
        report("bad-props", explainProp(name, issue, use), use.placeOf(pathOf(issue)));
      return [];
    }
    try {
      const data = showKept(use, known, page.file);
      const { line, column } = use;
      return data === undefined ? [] : [{ name, line, column, shown: data }];
    } catch (error) {
      if (!(error instanceof CannotShow)) throw error;
      report(error.slug, error.message, use.placeOf(error.path));
      return [];
    }
  });
  return { shown, issues };
}

/** What a component showed last, and the data it was made from. */
interface Kept extends Known {
  readonly shown: unknown;
}
const kept = new WeakMap<ComponentUse, Kept>();

/** Returns the previous result when a component's input has not changed, as on most pages while one is edited. */
function showKept(use: ComponentUse, known: Known, page: string): unknown {
  const last = kept.get(use);
  const isSame =
    last !== undefined &&
    last.root === known.root &&
    last.samples === known.samples &&
    last.receipts === known.receipts &&
    last.facts.facts === known.facts.facts;
  if (isSame) return last.shown;
  const shown = showComponent(use, known, page);
  kept.set(use, { ...known, shown });
  return shown;
}

/**
 * Explains an unknown name. HTML elements are written in small letters, so a lower-case name that matches a component
 * probably means it, unless HTML has that element too.
 */
function explainUnknown(name: string): string | undefined {
  if (name === "" || /^[a-z][a-z0-9-]*$/.test(name)) {
    const meant = COMPONENT_NAMES.find((it) => it.toLowerCase() === name);
    if (meant === undefined || ["caption", "cite"].includes(name)) return undefined;
    return `HTML has no element <${name}>. Type <${meant}>.`;
  }
  return `There is no component <${name}>.${didYouMean(name, COMPONENT_NAMES)} Known: ${COMPONENT_NAMES.join(", ")}.`;
}

function explainComputed(text: string): string {
  return `"${text}" is computed, so nothing can check it. Type the value itself: a text, a number, true, false, a list or an object of these.`;
}

function explainProp(name: ComponentName, issue: z.core.$ZodIssue, use: ComponentUse): string {
  const path = pathOf(issue);
  const where = path.length === 0 ? "" : ` ${path.map(String).join(".")}`;
  const [first] = issue.path;
  if (issue.path.length === 1 && first !== undefined && !(first in use.props))
    return `<${name}>${where} is missing.`;
  const { schema } = COMPONENTS[name];
  const known = issue.path.length === 0 && "shape" in schema ? Object.keys(schema.shape) : [];
  const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
  const value = path.reduce<unknown>((whole, part) => partOf(whole, part), use.props);
  const near =
    key === undefined
      ? didYouMean(typeof value === "string" ? value : "", wordsIn(issue.message))
      : didYouMean(key, known);
  const listed = key === undefined || known.length === 0 ? "" : ` Known: ${known.join(", ")}.`;
  return `<${name}>${where}: ${issue.message.replace(/\.$/, "")}.${near}${listed}`;
}

/** The quoted words in a schema's message, which are the values it would have accepted. */
function wordsIn(message: string): string[] {
  return [...message.matchAll(/["']([\w-]+)["']/g)].map(([, word = ""]) => word);
}

function partOf(whole: unknown, part: PropertyKey): unknown {
  if (typeof whole !== "object" || whole === null) return undefined;
  return Object.entries(whole).find(([key]) => key === String(part))?.[1];
}

/** The path to what is wrong. An unknown key is named in the issue itself, not in its path. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}
