import { findBrowser } from "../../install/browser.ts";
import { howToGetBrowser, installBrowser } from "../../install/install-browser.ts";

/** A Chromium of this machine, or one that could be installed; otherwise what to say. */
export function findChromium(
  root: string,
): { readonly browser: string } | { readonly browser: undefined; readonly note: string } {
  const browser = findBrowser() ?? installBrowser(root, process.env);
  if (browser !== undefined) return { browser };
  const note = `NOT RUN  tests/browser: no Chromium on this machine.\n  ${howToGetBrowser()}`;
  return { browser, note };
}
