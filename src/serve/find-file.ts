import { stat } from "node:fs/promises";
import { join } from "node:path";

/** The file or redirect for a request's path. */
export type Found =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "missing" };

const missing: Found = { kind: "missing" };

/**
 * Finds what `path` (percent-encoded, without query) names below `directory`: a file, a folder's index.html or, for a
 * folder without its trailing slash, a redirect.
 */
export async function findFile(directory: string, path: string): Promise<Found> {
  const segments = readSegments(path);
  if (segments === undefined) return missing;
  const target = join(directory, ...segments);
  const index = join(target, "index.html");
  if (path.endsWith("/")) return (await isFile(index)) ? { kind: "file", file: index } : missing;
  if (await isFile(target)) return { kind: "file", file: target };
  if (!(await isFile(index))) return missing;
  // Built from the segments, because a path such as "//host" would lead away from this site.
  return { kind: "redirect", to: `/${segments.map(encodeURIComponent).join("/")}/` };
}

/** The decoded segments, or `undefined` for a path that no file of the site can have. */
function readSegments(path: string): string[] | undefined {
  if (!path.startsWith("/")) return undefined;
  const encoded = path.slice(1).split("/");
  if (encoded.at(-1) === "") encoded.pop();
  try {
    const segments = encoded.map(decodeURIComponent);
    if (segments.some((segment) => /^\.{0,2}$|[/\\:\0]/.test(segment))) return undefined;
    // Instructions to the host, not pages.
    if (segments[0] === "_headers" || segments[0] === "_redirects") return undefined;
    return segments;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
