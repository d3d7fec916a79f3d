// Finds a Chromium for the browser tests. `npm test` may also install one (install-browser.ts), and
// passes its path to the tests in WL_CHROMIUM.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** The shell first: the same engine without a browser's windows, which cost more than most tests. */
const commands = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

const wellKnown: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Returns the path of a Chromium that starts on this machine, or `undefined`. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return listCandidates(env).find((path) => existsSync(path) && starts(path));
}

/** Lists where a Chromium may be: first the environment variables, then the PATH, then the usual places. */
export function listCandidates(env: NodeJS.ProcessEnv): string[] {
  const asked = [env["WL_CHROMIUM"], env["CHROMIUM"]].filter((path) => path !== undefined);
  const folders = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...asked, ...onPath, ...(wellKnown[process.platform] ?? []), chromium.executablePath()];
}

/** Whether a browser starts: some only print an error, like a snap's stub or one whose libraries are missing. */
function starts(path: string): boolean {
  // On Windows --version opens a window instead of answering.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
