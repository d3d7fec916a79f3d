/**
 * Connects everything to Astro's hooks, in this order:
 *
 * 1. `astro:config:setup`  opens the checker, and registers our Markdown plugins and the modules `virtual:checked/…`
 * 2. `astro:build:start`   checks everything before the first page is rendered, so that all errors come at once
 * 3. `astro:server:setup`  checks a page in the dev server when it is rendered, and again when its content has
 * changed
 * 4. `astro:build:done`    makes the search index, removes what only the index needed, and writes the headers last,
 * because
 *    they contain hashes of the final HTML
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import type { AstroIntegration } from "astro";
import { checkContent, type CheckedContent } from "./check/check-content.ts";
import { keepChecked } from "./check/keep-checked.ts";
import { codeBlocks } from "./code/mdx-blocks.ts";
import { checkedModules } from "./code/checked-module.ts";
import { renewModules } from "./code/renew-modules.ts";
import { headings } from "./docs/headings.ts";
import { notes } from "./docs/notes.ts";
import { refuseBrokenPages } from "./docs/refuse-broken-pages.ts";
import { shownComponents } from "./docs/shown-components.ts";
import { staleBanner } from "./docs/stale-banner.ts";
import { astroRedirects } from "./docs/redirects.ts";
import { tables } from "./docs/tables.ts";
import { watchChanges } from "./disk/watch-changes.ts";
import { finishPages } from "./finish-page.ts";
import { collectInlineCode, writeHeaders, type InlineCode } from "./headers.ts";
import { ContentError } from "./report/content-error.ts";
import { markdownPages } from "./markdown/page.ts";
import { makePictures } from "./pictures/make-pictures.ts";
import { openSite, type OpenSite } from "./check/index.ts";
import { buildSearchIndex } from "./search/build-index.ts";
import { searchDevMiddleware } from "./search/dev-index.ts";
import { noRouteStyles } from "./styles/no-route-styles.ts";

/** The name of the performance measure of each check in a build. */
export const CHECK_MEASURE = "wire-and-log:check";

/** The integration that checks all content, shows it, and finishes the built site. */
export function wireAndLog(): AstroIntegration {
  let root = "";
  let site: OpenSite | undefined;
  const { current: checked, forget } = keepChecked((): Promise<CheckedContent> => {
    const opened = site;
    if (opened === undefined)
      throw new Error("The site is not open: astro:config:setup has not run.");
    return timed(CHECK_MEASURE, () => checkContent(root, opened));
  });
  const fail = (issues: CheckedContent["issues"]): never => {
    throw new ContentError(issues, (file) => path.join(root, file));
  };

  return {
    name: "wire-and-log",
    hooks: {
      "astro:config:setup"({ config, command, updateConfig }) {
        root = fileURLToPath(config.root).replace(/[\\/]$/, "");
        site = openSite(root, { lint: command === "build" });
        updateConfig({
          redirects: astroRedirects(root),
          markdown: {
            // `src/code` highlights instead, because fences highlighted by Astro would be unchecked.
            syntaxHighlight: false,
            processor: satteri({
              mdastPlugins: [
                codeBlocks(root, checked),
                shownComponents(root, checked),
                notes(async () => (await checked()).facts),
                ...(command === "dev" ? [staleBanner(root, checked)] : []),
              ],
              hastPlugins: [headings, tables],
            }),
          },
          vite: {
            plugins: [
              refuseBrokenPages(() => root, checked),
              checkedModules(
                () => root,
                checked,
                (content) => markdownPages(root, content, config.site ?? "http://localhost/"),
              ),
              noRouteStyles(),
            ],
          },
        });
      },
      async "astro:build:start"() {
        const { issues } = await checked();
        if (issues.length > 0) fail(issues);
      },
      "astro:server:setup"({ server }) {
        server.middlewares.use(searchDevMiddleware(root));
        const content = path.join(root, "content") + path.sep;
        server.watcher.add(content);
        watchChanges(server.watcher, (file) => {
          // Stubs change only after their contract, and that change has already been handled.
          if (!file.startsWith(content) || file.includes(`${path.sep}gen${path.sep}`)) return;
          forget();
          renewModules(server, file);
        });
        server.httpServer?.once("close", () => site?.close());
      },
      async "astro:build:done"({ dir }) {
        const output = fileURLToPath(dir);
        await makePictures(root, output, (await checked()).model);
        await buildSearchIndex(output);
        const inline: InlineCode = { styles: new Set(), scripts: new Set() };
        finishPages(output, (html) => {
          collectInlineCode(html, inline);
        });
        writeHeaders(output, inline);
        site?.close();
      },
    },
  };
}

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(name, { start });
  }
}
