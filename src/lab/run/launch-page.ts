import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserSource, Page } from "../browser/pages.ts";
import type { Program } from "../scenario.ts";
import type { Launch } from "./launch-node.ts";

const HOST = fileURLToPath(new URL("../browser/page-host.ts", import.meta.url));

/**
 * Returns the command line of the page's host, a program in Node.
 *
 * @param launchHost launches it with what every program of the run gets, so that its connections go through the tap
 */
export function launchPage(
  { opens }: Page,
  browser: BrowserSource | undefined,
  launchHost: (host: Program) => Launch,
): Launch {
  if (browser?.kind !== "browser") throw new Error("A run that lacks its browser is not made.");
  const host = launchHost({ file: HOST, arguments: [browser.command, opens] });
  // A profile is made in the run's own folder, which is removed whatever ends the run.
  const TMPDIR = path.join(host.folder, ".browser");
  mkdirSync(TMPDIR, { recursive: true });
  return { ...host, env: { ...host.env, TMPDIR }, typed: `chromium ${opens}` };
}
