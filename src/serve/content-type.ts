import { extname } from "node:path";
import { PLAIN_TEXT_ENDINGS } from "../samples/languages.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".rss": "application/rss+xml; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".zip": "application/zip",
  ".xml": "application/xml; charset=utf-8",
};

/** Source files for readers to copy. Browsers should show them, not run or download them. */
const sources: ReadonlySet<string> = new Set(
  [...PLAIN_TEXT_ENDINGS, "conf", "csv", "mts", "sql", "toml"].map((ending) => `.${ending}`),
);

/** The Content-Type of a file by its ending. "/samples/x.ts" is text, not video/mp2t. */
export function contentType(path: string): string {
  const extension = extname(path).toLowerCase();
  if (sources.has(extension)) return "text/plain; charset=utf-8";
  return types[extension] ?? "application/octet-stream";
}

/** Whether compression is worth it. Images are compressed already. */
export function isCompressible(type: string): boolean {
  return /^text\/|json|xml/.test(type);
}
