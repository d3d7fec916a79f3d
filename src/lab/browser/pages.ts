import { spawnSync } from "node:child_process";
import type { Program } from "../scenario.ts";

/** What opens the pages of a run. */
export type BrowserSource =
  | { readonly kind: "browser"; readonly command: string; readonly version: string }
  /** Runs with a page are not made. `why` says what to install. */
  | { readonly kind: "none"; readonly why: string };

/** A program that is a page. */
export type Page = Program & { readonly opens: string };

const ANSWER_LIMIT_MS = 20_000;

export function isPage(program: Program): program is Page {
  return program.opens !== undefined;
}

/** Asks a Chromium for its version: "Chromium 150.0.7871.0 …" → "150.0.7871.0". */
export function toBrowserSource(command: string | undefined, howToGet: string): BrowserSource {
  if (command === undefined)
    return { kind: "none", why: `There is no Chromium here.\n  ${howToGet}` };
  const { stdout } = spawnSync(command, ["--version"], {
    encoding: "utf8",
    timeout: ANSWER_LIMIT_MS,
  });
  const version = /\d+(?:\.\d+){3}/.exec(stdout)?.[0];
  if (version !== undefined) return { kind: "browser", command, version };
  return { kind: "none", why: `${command} does not say its version.\n  ${howToGet}` };
}
