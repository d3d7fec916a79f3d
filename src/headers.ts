import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listHtml } from "./disk/list-files.ts";
import { PLAIN_TEXT_ENDINGS } from "./samples/languages.ts";

/** Longer than any release. It is safe because the names of these files change with their content. */
const IMMUTABLE = "Cache-Control: public, max-age=31536000, immutable";

/**
 * Writes `_headers` (a syntax of static hosts) beside the finished pages: a Content-Security-Policy that allows
 * exactly the pages' inline styles and scripts, by hash, and plain text for raw samples, whose `.ts` a host would
 * take for video.
 */
export async function writeHeaders(output: string): Promise<void> {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const file of listHtml(output)) {
    const html = await readFile(path.join(output, file), "utf8");
    for (const [, body = ""] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g))
      styles.add(hashOf(body));
    for (const [, attributes = "", body = ""] of html.matchAll(
      /<script([^>]*)>([\s\S]*?)<\/script>/g,
    )) {
      if (!/\bsrc=/.test(attributes) && !/type="application\//.test(attributes))
        scripts.add(hashOf(body));
    }
  }
  const policy = [
    "default-src 'none'",
    // WebAssembly is for Pagefind's search.
    `script-src 'self' 'wasm-unsafe-eval' ${[...scripts].sort().join(" ")}`.trim(),
    `style-src ${[...styles].sort().join(" ") || "'none'"}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const lines = [
    "/*",
    `  Content-Security-Policy: ${policy}`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "/_astro/*",
    `  ${IMMUTABLE}`,
    ...PLAIN_TEXT_ENDINGS.flatMap((extension) => [
      `/samples/*.${extension}`,
      "  Content-Type: text/plain; charset=utf-8",
    ]),
  ];
  await writeFile(path.join(output, "_headers"), `${lines.join("\n")}\n`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
