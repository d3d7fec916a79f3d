import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { findBrowser } from "../../src/install/browser.ts";
import { serveBuiltSite } from "../sites/built-site.ts";

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

export interface VisitOptions extends BrowserContextOptions {
  readonly width?: number;
  readonly height?: number;
}

/** The built site in a browser: one server and one browser for all tests of a file. */
export function useSite(): {
  /** Opens a page of the site in a profile of its own, closed when the test is over. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
  /** An empty page that stays open for all tests of the file: for looking at many pages in turn. */
  keepPage(options?: VisitOptions): Promise<Page>;
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
  const keepPage = async ({ width = 1280, height = 800, ...options }: VisitOptions = {}) => {
    if (browser === undefined) throw new Error("The browser did not start.");
    const viewport = { width, height };
    const context = await browser.newContext({ viewport, baseURL: url(), ...options });
    context.setDefaultTimeout(GIVES_UP_MS);
    return context.newPage();
  };
  return {
    url,
    keepPage,
    async visit(path, options) {
      const page = await keepPage(options);
      onTestFinished(() => page.context().close());
      await page.goto(path);
      return page;
    },
  };
}
