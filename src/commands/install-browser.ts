import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.ts";

const tenMinutes = 600_000;

/**
 * Installs a Chromium where that is harmless: Debian's package as root in CI, else Playwright's own
 * build in the user's cache folder. Returns its path, or nothing when neither works.
 */
export function installBrowser(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (env["CI"] === "true" && isRoot && existsSync("/etc/debian_version")) {
    console.log("Installing Chromium from Debian's packages.");
    const apt = ["-y", "--no-install-recommends", "-q"];
    const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-q"], quiet);
    run("apt-get", ["install", ...apt, "chromium"], quiet);
    const installed = findBrowser(env);
    if (installed !== undefined) return installed;
  }
  console.log("Installing Chromium with Playwright.");
  run(
    process.execPath,
    [join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"],
    env,
  );
  return findBrowser(env);
}

/** What somebody has to type when there is no Chromium. */
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

function run(command: string, options: readonly string[], env: NodeJS.ProcessEnv): void {
  spawnSync(command, options, { stdio: "inherit", env, timeout: tenMinutes });
}
