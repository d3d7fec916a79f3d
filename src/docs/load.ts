import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getCollection } from "astro:content";
import type { CollectionEntry } from "astro:content";
import { navigation } from "../../content/navigation.ts";
import { ContentError } from "../report/content-error.ts";
import { builtPages } from "./built-pages.ts";
import { buildPageModel } from "./page-model.ts";
import type { PageData, PageModel } from "./page-model.ts";

export type DocsEntry = CollectionEntry<"docs">;

let loading: Promise<PageModel> | undefined;

/** The page model, computed once a build (in the dev server, once a request). @throws ContentError */
export function loadPageModel(): Promise<PageModel> {
  if (import.meta.env.DEV) return load();
  loading ??= load();
  return loading;
}

async function load(): Promise<PageModel> {
  const entries = await getCollection("docs");
  // The commands run in the repository's root.
  const fromRoot = (file: string): string => join(process.cwd(), file);
  const model = buildPageModel({
    navigation,
    pages: [
      ...entries.map(({ id, filePath, data }) => ({
        ...data,
        slug: id,
        file: filePath ?? `content/docs/${id}.mdx`,
      })),
      ...builtPages,
    ],
    site: import.meta.env.SITE,
    readFile: (file) => readFileSync(fromRoot(file), "utf8"),
  });
  if (model.issues.length > 0) throw new ContentError(model.issues, fromRoot);
  return model;
}

/** The data of one page. @throws when the page is not in the navigation, which `loadPageModel` reports first. */
export async function loadPage(slug: string): Promise<PageData> {
  const page = (await loadPageModel()).pages.get(slug);
  if (page === undefined) throw new Error(`There is no page "${slug}" in content/navigation.ts.`);
  return page;
}
