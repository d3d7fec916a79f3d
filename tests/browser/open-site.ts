import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { findBrowser } from "../../src/install/browser.ts";
import { builtPaths, serveBuiltSite, sitemapPaths } from "../sites/built-site.ts";

export { builtPaths, sitemapPaths };

/** Quiet: nothing of the browser's own goes to the network or changes between runs. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What a test waits for comes within a second; on a slow machine, within this. */
const GIVES_UP_MS = 15_000;

/** The pages that a reader is led to, one page of a sample, and those that no list has. */
export const shownPaths = [
  ...sitemapPaths,
  ...builtPaths.filter((path) => path.startsWith("/samples/") && path !== "/samples/").slice(-1),
  "/search/",
  "/404.html",
];

export interface VisitOptions extends BrowserContextOptions {
  readonly width?: number;
  readonly height?: number;
}

/** The built site in a browser: one server and one browser for all tests of a file. */
export function useSite(): {
  /** Opens a page of the site in a profile of its own, closed when the test is over. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
  /** The origin, without a slash. */
  url(): string;
} {
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serveBuiltSite>> | undefined;
  beforeAll(async () => {
    const executablePath = process.env["WL_CHROMIUM"] ?? findBrowser();
    if (executablePath === undefined) throw new Error("No Chromium. Type: npm test");
    server = await serveBuiltSite();
    browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const url = (): string => server?.url ?? "http://not-served";
  return {
    url,
    async visit(path, { width = 1280, height = 800, ...options } = {}) {
      if (browser === undefined) throw new Error("The browser did not start.");
      const viewport = { width, height };
      const context = await browser.newContext({ viewport, baseURL: url(), ...options });
      onTestFinished(() => context.close());
      context.setDefaultTimeout(GIVES_UP_MS);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}
