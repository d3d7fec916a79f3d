import { pageModel } from "../docs/load.ts";
import { buildNavigationTree } from "../docs/navigation-tree.ts";

/** The pages of each section, for sections that a reader opens in the navigation. */
export function GET(): Response {
  const sections = buildNavigationTree(pageModel, { isWhole: true });
  const pages = sections.map((section) => [
    section.slug,
    section.pages.map(({ title, path }) => [title, path]),
  ]);
  return Response.json(Object.fromEntries(pages));
}
