import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pageText, sampleText, type GeneratedPage } from "./generate.ts";
import { measure, type Cost } from "./measure.ts";

const CONFIG = `import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

export default defineConfig({ integrations: [mdx()], devToolbar: { enabled: false } });
`;
const COLLECTIONS = `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

export const collections = {
  docs: defineCollection({
    loader: glob({ base: "docs", pattern: "**/*.mdx" }),
    schema: z.object({ title: z.string(), lead: z.string() }),
  }),
};
`;
const ROUTE = `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  const entries = await getCollection("docs");
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>{entry.data.title}</title>
    <meta name="description" content={entry.data.lead} />
  </head>
  <body>
    <main data-pagefind-body>
      <h1>{entry.data.title}</h1>
      <p>{entry.data.lead}</p>
      <Content />
    </main>
  </body>
</html>
`;

/** Writes the same pages as a plain Astro site: code as fences, notes as footnotes, nothing checked. */
export async function layOutBareSite(site: string, pages: readonly GeneratedPage[]): Promise<void> {
  await rm(site, { recursive: true, force: true });
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(site, file)), { recursive: true });
    await writeFile(path.join(site, file), text);
  };
  await write("package.json", '{ "type": "module", "private": true }\n');
  await write("tsconfig.json", '{ "extends": "astro/tsconfigs/base" }\n');
  await write("astro.config.mjs", CONFIG);
  await write("src/content.config.ts", COLLECTIONS);
  await write("src/pages/[...slug].astro", ROUTE);
  for (const page of pages) {
    await write(
      `docs/${page.slug}.mdx`,
      withTitle(page.title, page.lead, pageText(page, pages, showRegion)),
    );
    for (const sample of page.samples) {
      const slug = `samples/${path.posix.dirname(page.slug)}/sample-${sample}`;
      const code = `\`\`\`ts\n${sampleText(sample)}\`\`\`\n`;
      await write(
        `docs/${slug}.mdx`,
        withTitle(`sample-${sample}.ts`, `Serves call ${sample}.`, code),
      );
    }
  }
}

/** Builds and indexes the plain site with the packages of `root`, and returns the processor time of both steps. */
export async function buildBareSite(root: string, site: string): Promise<Cost> {
  const bin = (file: string): string => path.join(root, "node_modules", file);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
  const built = await measure(process.execPath, [bin("astro/bin/astro.mjs"), "build"], {
    cwd: site,
    env,
  });
  const indexed = await measure(
    process.execPath,
    [bin("pagefind/lib/runner/bin.cjs"), "--site", "dist"],
    {
      cwd: site,
      env,
    },
  );
  return {
    cpuMs: built.cpuMs + indexed.cpuMs,
    wallMs: built.wallMs + indexed.wallMs,
  };
}

function showRegion(sample: number): string {
  const [, region = ""] = sampleText(sample).split(/^\/\/ #(?:end)?region handler\n/m);
  return `\`\`\`ts title="sample-${sample}.ts"\n${region}\`\`\`

- \`if (orderId === "")\`: an order without a name is nobody's
- \`done(null,\`: the cursor says how far it is

What the handler answers is the client's to judge.[^${sample}]

[^${sample}]: **Deadlines.** A client that sets none waits for ever.`;
}

function withTitle(title: string, lead: string, text: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nlead: ${JSON.stringify(lead)}\n---\n\n${text}`;
}
