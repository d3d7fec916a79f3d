import { pages } from "virtual:checked/markdown";

/** All pages as one Markdown file, in reading order. */
export function GET(): Response {
  return new Response(pages.map(({ markdown }) => markdown).join("\n---\n\n"));
}
