import type { Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";

/** Ids that every page uses: `main`, and those of notes, `note-1` and `ref-1`. */
const TAKEN = /^(?:main|(?:note|ref)-\d+)$/;

/** The page whose first heading is its own. */
const HOME = "content/docs/index.mdx";

/** Checks that headings have words, are below the title and contain no links, since each is a link to itself, and that no id is used twice on a page. */
export function checkHeadings({ file, headings }: Pick<Page, "file" | "headings">): Issue[] {
  const ids = headings.map(({ id }) => id);
  return headings.flatMap(({ text, id, link, depth, line, column }, index): Issue[] => {
    const issues: Issue[] = [];
    const report = (message: string): void => {
      issues.push({ slug: "bad-heading", file, line, column, message });
    };
    if (depth === 1 && file !== HOME)
      report("The title in the front matter is the page's first heading. Type ## for a section.");
    if (text.trim() === "")
      report(`This heading has no words. Type ${"#".repeat(depth)} and the words.`);
    if (link !== undefined && id !== undefined) {
      const message = `The heading "${text}" contains a link; it is itself the link to its section.\nMove the link into the text below.`;
      issues.push({ slug: "link-in-heading", file, line, column, message });
    }
    if (id !== undefined && (TAKEN.test(id) || ids.indexOf(id) !== index)) {
      const message = `The heading "${text}" has the id "${id}", which something else on this page has.\nType another word: ${"#".repeat(depth)} ${text}: …`;
      issues.push({ slug: "duplicate-anchor", file, line, column, message });
    }
    return issues;
  });
}
