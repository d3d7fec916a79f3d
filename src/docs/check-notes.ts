import type { NoteName } from "../mdx/find-notes.ts";
import type { Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** Checks a page's notes and the references to them. */
export function checkNotes({ file, notes }: Pick<Page, "file" | "notes">): Issue[] {
  const { references, definitions, unknown } = notes;
  const names = definitions.map(({ name }) => name);
  const identifiers = definitions.map(({ identifier }) => identifier);
  const used = new Set(references.map(({ identifier }) => identifier));
  const report = (slug: IssueSlug, { line, column }: NoteName, message: string): Issue => ({
    slug,
    file,
    line,
    column,
    message,
  });
  return [
    ...unknown.map((it) =>
      report(
        "unknown-note",
        it,
        `There is no note "${it.name}" on this page.${didYouMean(it.name, names)}\nWrite at the end of the page: [^${it.name}]: **Title.** What it says.`,
      ),
    ),
    ...definitions
      .filter(({ identifier }) => !used.has(identifier))
      .map((it) =>
        report(
          "unused-note",
          it,
          `No sentence refers to the note "${it.name}".\nWrite [^${it.name}] where it belongs, or take the note out.`,
        ),
      ),
    ...definitions
      .filter(({ identifier }, index) => identifiers.indexOf(identifier) !== index)
      .map((it) =>
        report(
          "duplicate-note",
          it,
          `The note "${it.name}" is defined above already. Give one of the two another name, or make one note of them.`,
        ),
      ),
    ...definitions
      .filter(({ isNested }) => isNested)
      .map((it) =>
        report(
          "nested-note",
          it,
          `The note "${it.name}" stands inside another block. Move it to the end of the page, to the start of a line.`,
        ),
      ),
    ...references
      .filter(({ isInNote }) => isInNote)
      .map((it) =>
        report(
          "nested-note",
          it,
          `A note cannot refer to a note. Say in the text what "[^${it.name}]" adds, or put both into one note.`,
        ),
      ),
  ];
}
