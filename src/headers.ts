import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { finishPage } from "./finish-page.ts";
import { listFiles } from "./disk/list-files.ts";

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
  for (const file of htmlFiles(output)) {
    const html = await readFile(file, "utf8");
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
    ...["ts", "proto", "java", "sh", "yaml", "properties"].flatMap((extension) => [
      `/samples/*.${extension}`,
      "  Content-Type: text/plain; charset=utf-8",
    ]),
  ];
  await writeFile(path.join(output, "_headers"), `${lines.join("\n")}\n`);
}

/** Removes from every built page what only the build needed. */
export async function finishPages(output: string): Promise<void> {
  for (const file of htmlFiles(output)) {
    await writeFile(file, finishPage(await readFile(file, "utf8")));
  }
}

function htmlFiles(output: string): string[] {
  return listFiles(output)
    .filter((file) => file.endsWith(".html"))
    .map((file) => path.join(output, file));
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
