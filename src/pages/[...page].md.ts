import type { APIContext, GetStaticPaths } from "astro";
import { pages } from "virtual:checked/markdown";

/** Every page below `content/docs` as Markdown, for programs and for pasting: /kafka/consuming.md. */
export const getStaticPaths = (() =>
  pages.map(({ slug, markdown }) => ({
    params: { page: slug },
    props: { markdown },
  }))) satisfies GetStaticPaths;

export function GET({ props }: APIContext<{ markdown: string }>): Response {
  return new Response(props.markdown, {
    headers: { "content-type": "text/markdown; charset=utf-8" },
  });
}
