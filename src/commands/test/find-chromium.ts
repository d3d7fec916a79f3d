import { findBrowser } from "../../install/browser.ts";
import { howToGetBrowser, installBrowser } from "../../install/install-browser.ts";

/** Finds a Chromium on this machine, or installs one; otherwise returns the message to print. */
export function findChromium(
  root: string,
): { readonly browser: string } | { readonly browser: undefined; readonly note: string } {
  const browser = findBrowser() ?? installBrowser(root, process.env);
  if (browser !== undefined) return { browser };
  const note = `NOT RUN  tests/browser: no Chromium on this machine.\n  ${howToGetBrowser()}`;
  return { browser, note };
}
