import { createHash } from "node:crypto";
import path from "node:path";
import { keepByText } from "./keep.ts";

/**
 * Matches any quoted relative path, which may be an import, and any reference. A path too many costs a needless
 * check, a path too few would hide an error.
 */
const PATHS =
  /["'`](\.{1,2}\/[^"'`\r\n]+)["'`]|^\s*\/\/\/\s*<reference\s+path\s*=\s*["']([^"']+)["']/gm;
/** The files that a compiler tries for a path, by the path's ending. */
const CANDIDATES: readonly (readonly [RegExp, string])[] = [
  [/$/, ""],
  [/\.([cm]?)js$/, ".$1ts"],
  [/\.([cm]?)js$/, ".d.$1ts"],
  [/\.jsx?$/, ".tsx"],
  [/$/, ".ts"],
  [/$/, ".tsx"],
  [/$/, ".d.ts"],
  [/$/, "/index.ts"],
];

/**
 * For each of `files` (path with forward slashes → text), returns a hash of its own path and text and of every file
 * that it reaches by relative paths. Circular imports are allowed.
 */
export function hashClosures(files: ReadonlyMap<string, string>): Map<string, string> {
  const hashes = new Map<string, string>();
  const depth = new Map<string, number>();
  const stack: string[] = [];
  const reached = new Map([...files].map(([file, text]) => [file, findReached(file, text, files)]));

  // Tarjan's algorithm: files that import each other in a circle share one hash.
  const visit = (file: string): number => {
    const own = depth.size;
    let lowest = own;
    depth.set(file, own);
    stack.push(file);
    for (const other of reached.get(file) ?? []) {
      if (hashes.has(other)) continue;
      lowest = Math.min(lowest, depth.get(other) ?? visit(other));
    }
    if (lowest === own) {
      const circle = stack.splice(stack.lastIndexOf(file)).sort();
      const inside = new Set(circle);
      const beyond = new Set(
        circle.flatMap((it) => (reached.get(it) ?? []).filter((other) => !inside.has(other))),
      );
      const whole = hashOf([
        ...circle.flatMap((it) => [it, files.get(it) ?? ""]),
        ...[...beyond].sort().map((it) => hashes.get(it) ?? ""),
      ]);
      for (const it of circle) hashes.set(it, hashOf([it, whole]));
    }
    return lowest;
  };

  for (const file of files.keys()) if (!depth.has(file)) visit(file);
  return hashes;
}

function findReached(file: string, text: string, files: ReadonlyMap<string, string>): string[] {
  return findCandidates(file, text).filter((candidate) => files.has(candidate));
}

const findCandidates = keepByText((file, text) => {
  const folder = path.posix.dirname(file);
  const candidates = new Set<string>();
  for (const [, quoted, referenced] of text.matchAll(PATHS)) {
    const target = path.posix.join(folder, quoted ?? referenced ?? "");
    for (const [pattern, replacement] of CANDIDATES)
      candidates.add(target.replace(pattern, replacement));
  }
  return [...candidates];
});

/** SHA-256 of several texts, in hexadecimal. Lengths keep neighbouring texts apart. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex");
}
