import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { PLAIN_TEXT_ENDINGS } from "./samples/languages.ts";

/** Longer than any release. It is safe because the names of these files change with their content. */
const IMMUTABLE = "Cache-Control: public, max-age=31536000, immutable";

/** The texts of styles and scripts that stand inside pages. */
export interface InlineCode {
  readonly styles: Set<string>;
  readonly scripts: Set<string>;
}

/** Adds the inline styles and scripts of a finished page to `found`. */
export function collectInlineCode(html: string, { styles, scripts }: InlineCode): void {
  for (const [, body = ""] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) styles.add(body);
  for (const [, attributes = "", body = ""] of html.matchAll(
    /<script([^>]*)>([\s\S]*?)<\/script>/g,
  )) {
    if (!/\bsrc=/.test(attributes) && !/type="application\//.test(attributes)) scripts.add(body);
  }
}

/**
 * Writes `_headers` (a syntax of static hosts) beside the finished pages: a Content-Security-Policy that allows
 * exactly the pages' inline styles and scripts, by hash, and plain text for raw samples, whose `.ts` a host would
 * take for video.
 */
export function writeHeaders(output: string, { styles, scripts }: InlineCode): void {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashesOf(scripts)}`.trim(),
    `style-src ${hashesOf(styles) || "'none'"}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  // What hosts take these endings for: a feed for plain XML, and text for Latin-1.
  const types = [
    ["/*.md", "text/markdown; charset=utf-8"],
    ["/llms.txt", "text/plain; charset=utf-8"],
    ["/llms-full.txt", "text/plain; charset=utf-8"],
    ["/changes.xml", "application/atom+xml; charset=utf-8"],
  ] as const;
  const lines = [
    "/*",
    `  Content-Security-Policy: ${policy}`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "/_astro/*",
    `  ${IMMUTABLE}`,
    ...types.flatMap(([pattern, type]) => [pattern, `  Content-Type: ${type}`]),
    ...PLAIN_TEXT_ENDINGS.flatMap((extension) => [
      `/samples/*.${extension}`,
      "  Content-Type: text/plain; charset=utf-8",
    ]),
  ];
  writeFileSync(path.join(output, "_headers"), `${lines.join("\n")}\n`);
}

/** Sources of a policy, sorted, so that the same pages give the same bytes. */
function hashesOf(texts: ReadonlySet<string>): string {
  return [...texts].map(hashOf).sort().join(" ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
