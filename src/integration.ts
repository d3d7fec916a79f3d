/**
 * The wiring: which hook does what, and why in that order.
 *
 * 1. `astro:config:setup`  the checker is opened; Markdown gets our plugins, pages get `virtual:checked/…`
 * 2. `astro:build:start`   everything is checked before a page is rendered: all errors at once, nothing half-written
 * 3. `astro:server:setup`  the dev server checks a page when it is rendered, and again when its content changes
 * 4. `astro:build:done`    what needs the whole HTML: the search index, pages without what only the index needed, headers
 *    (in that order: headers have hashes of what is served)
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import type { AstroIntegration } from "astro";
import { checkContent, type CheckedContent } from "./check/check-content.ts";
import { keepChecked } from "./check/keep-checked.ts";
import { codeBlocks } from "./code/mdx-blocks.ts";
import { checkedModules, isCheckedModule, PAGE_MODULES } from "./code/checked-module.ts";
import { headings } from "./docs/headings.ts";
import { notes } from "./docs/notes.ts";
import { refuseBrokenPages } from "./docs/refuse-broken-pages.ts";
import { shownComponents } from "./docs/shown-components.ts";
import { staleBanner } from "./docs/stale-banner.ts";
import { astroRedirects } from "./docs/redirects.ts";
import { tables } from "./docs/tables.ts";
import { finishPages, writeHeaders } from "./headers.ts";
import { ContentError } from "./report/content-error.ts";
import { openSite, type OpenSite } from "./check/index.ts";
import { buildSearchIndex } from "./search/build-index.ts";
import { searchDevMiddleware } from "./search/dev-index.ts";

/** The name of the performance measure that a build leaves for each check. */
export const CHECK_MEASURE = "wire-and-log:check";

/** Checks every sample, shows them, and finishes the built site. */
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
            // Shiki is ours (src/code); a fence that Astro coloured would not have been checked.
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
            plugins: [refuseBrokenPages(() => root, checked), checkedModules(() => root, checked)],
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
        const reload = (file: string): void => {
          // Generated stubs change because a contract did: that change has been seen already.
          if (!file.startsWith(content) || file.includes(`${path.sep}gen${path.sep}`)) return;
          forget();
          const isPage = file.endsWith(".mdx");
          // Vite forgets a page a little later: whoever asks in between would have the old one rendered, and then wait again.
          const isOld = (id: string, own: string | null): boolean =>
            isPage ? PAGE_MODULES.includes(id) || own === file : restsOnContent(id);
          // Pages are rendered in an environment of their own, which keeps what it has evaluated until it is told. A sample is
          // no module of the page that shows it, so Vite cannot know which pages to render anew.
          for (const { moduleGraph, hot } of Object.values(server.environments)) {
            for (const [id, module] of moduleGraph.idToModuleMap)
              if (isOld(id, module.file)) moduleGraph.invalidateModule(module);
            hot.send({ type: "full-reload" });
          }
        };
        for (const event of ["add", "change", "unlink"] as const) server.watcher.on(event, reload);
        server.httpServer?.once("close", () => site?.close());
      },
      async "astro:build:done"({ dir }) {
        const output = fileURLToPath(dir);
        await buildSearchIndex(output);
        await finishPages(output);
        await writeHeaders(output);
        site?.close();
      },
    },
  };
}

/** Whether what a module (its id) is made of was checked: pages, and all that is cut out of the check's result. */
function restsOnContent(id: string): boolean {
  return isCheckedModule(id) || /\.mdx(?:\?|$)/.test(id);
}

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(name, { start });
  }
}
