import type { PageData, PageModel } from "./page-model.ts";

const ABOUT =
  "When to use gRPC streaming, when Kafka, when Kafka Streams, when both or neither, and how, for TypeScript engineers. " +
  "Every sample is compiled and ran against a real gRPC server or a real broker; every default, limit and count comes from a run or has its source.";

/** The address of a page as Markdown. Pages that are built from data have none. */
export function markdownPath({ slug, file }: Pick<PageData, "slug" | "file">): string | undefined {
  return file.endsWith(".mdx") ? `/${slug}.md` : undefined;
}

/** The text of `llms.txt`: each page with its answer, by section, and the data that programs can read. */
export function listForPrograms({ sections, pages }: PageModel, site: string): string {
  const url = (path: string): string => new URL(path, site).href;
  const lists = sections.map(({ title, pages: slugs }) => {
    const rows = slugs.flatMap((slug) => {
      const page = pages.get(slug);
      if (page === undefined) return [];
      return [`- [${page.title}](${url(markdownPath(page) ?? page.path)}): ${page.lead}`];
    });
    return [`## ${title}`, "", ...rows].join("\n");
  });
  const data = [
    "## Data",
    "",
    `- [All pages in one file](${url("/llms-full.txt")}): Markdown, in reading order`,
    `- [Samples](${url("/samples/index.json")}): every file of code, what it needs, how it was proven`,
    `- [Facts](${url("/defaults/facts.json")}): defaults, limits and versions, each with its run or its source`,
  ];
  return (
    [`# Wire & Log`, `> ${ABOUT}`, ...lists, data.join("\n"), ""].join("\n\n").trimEnd() + "\n"
  );
}
