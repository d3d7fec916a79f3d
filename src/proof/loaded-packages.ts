import { readFileSync } from "node:fs";
import path from "node:path";
import { isBuiltin } from "node:module";
import { listFiles } from "../disk/list-files.ts";

/** An installed package, as package-lock.json pins it. */
export interface LockedPackage {
  /** Path as in the lockfile: `node_modules/kafkajs`. */
  readonly path: string;
  readonly version: string;
  readonly integrity: string;
}

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Imported by the generated stubs, which do not exist on a fresh clone; so it is listed here. */
const OF_STUBS = "@bufbuild/protobuf";
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"([^"./][^"]*)"/g;
const NEEDS = /^\/\/ Needs: (.*)$/gm;

/**
 * Lists every package that runs load: those that samples and the lab import or name in `// Needs:`, and their
 * dependencies.
 */
export function listLoadedPackages(root: string): readonly LockedPackage[] {
  const lock = readLock(root);
  const queue = [...namesIn(root)].map((name) => resolve(lock, "", name)).filter(isFound);
  const reached = new Set(queue);
  for (const at of reached) {
    const { dependencies, optionalDependencies, peerDependencies } = lock[at] ?? {};
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    for (const name of names) {
      const found = resolve(lock, at, name);
      if (found !== undefined) reached.add(found);
    }
  }
  return [...reached].sort().map((at) => ({
    path: at,
    version: lock[at]?.version ?? "",
    integrity: lock[at]?.integrity ?? "",
  }));
}

/** Returns the version of a package that the lockfile pins, or `undefined` when the lockfile does not have it. */
export function lockedVersion(root: string, name: string): string | undefined {
  return readLock(root)[`node_modules/${name}`]?.version;
}

function readLock(root: string): Readonly<Record<string, LockEntry>> {
  const text = readFileSync(path.join(root, "package-lock.json"), "utf8");
  const parsed: { readonly packages?: Readonly<Record<string, LockEntry>> } = JSON.parse(text);
  return parsed.packages ?? {};
}

function namesIn(root: string): ReadonlySet<string> {
  const samples = listFiles(path.join(root, "content", "samples"))
    .filter((file) => file.endsWith(".ts") && !/^(?:gen|node_modules)\//.test(file))
    .map((file) => path.join(root, "content", "samples", file));
  const lab = listFiles(path.join(root, "src", "lab"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(root, "src", "lab", file));
  const names = new Set([OF_STUBS]);
  for (const file of [...samples, ...lab]) {
    const text = readFileSync(file, "utf8");
    for (const [, specifier = ""] of text.matchAll(IMPORT)) names.add(packageOf(specifier));
    for (const [, needs = ""] of text.matchAll(NEEDS))
      for (const need of needs.split(", ")) if (!need.startsWith(".")) names.add(need);
  }
  return new Set([...names].filter((name) => !isBuiltin(name)));
}

/** `@grpc/grpc-js/build/x` → `@grpc/grpc-js` */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Resolves a package name as Node does: in the importing package's own `node_modules`, then in those above. */
function resolve(
  lock: Readonly<Record<string, LockEntry>>,
  from: string,
  name: string,
): string | undefined {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))
  ) {
    const at = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (Object.hasOwn(lock, at)) return at;
    if (folder === "") return undefined;
  }
}

function isFound(at: string | undefined): at is string {
  return at !== undefined;
}
