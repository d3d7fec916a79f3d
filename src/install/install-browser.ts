import { join } from "node:path";
import { findBrowser } from "./browser.ts";
import { installDebianPackages, runInstaller } from "./install-packages.ts";

/**
 * Installs a Chromium without changing the user's system: Debian's package only as root in CI, otherwise
 * Playwright's own build in the user's cache folder. Returns its path, or `undefined` when neither works.
 */
export function installBrowser(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const isThere = (): boolean => findBrowser(env) !== undefined;
  installDebianPackages("Chromium", [["chromium-headless-shell"], ["chromium"]], isThere, env);
  const installed = findBrowser(env);
  if (installed !== undefined) return installed;
  console.log("Installing Chromium with Playwright.");
  runInstaller(
    process.execPath,
    [join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"],
    env,
  );
  return findBrowser(env);
}

/** Says what to type to get a Chromium on this platform. */
export function howToGetBrowser(): string {
  const way: Partial<Record<NodeJS.Platform, string>> = {
    linux: "apt-get install chromium (or your distribution's package)",
    darwin: "brew install --cask chromium",
    win32: "winget install Google.Chrome",
  };
  return (
    `${way[process.platform] ?? "install Chromium or Chrome"}; ` +
    "or name one that is elsewhere: CHROMIUM=/path/to/chromium npm test"
  );
}
