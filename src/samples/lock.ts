/** What a lockfile of npm says of one package, as far as we read it. */
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  /** What else is said: the platforms it is for, its licence, its commands. */
  readonly [field: string]: unknown;
}

/** The `packages` of a lockfile: path → package, `node_modules/pg`, `node_modules/pg/node_modules/ms`. */
export type LockedPackages = Readonly<Record<string, Locked>>;

interface Packages {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What depends on the project is said anew, an address is left to the reader's own registry, and npm needs no licence. */
const LEFT_OUT = ["dev", "optional", "devOptional", "peer", "resolved", "license", "funding"];

/**
 * Cuts the lockfile of a project with these packages out of a larger one. It names no project, so that projects with
 * the same packages have the same file.
 *
 * @returns undefined when the larger one lacks a package, as it may for other platforms: `npm ci` would refuse the file
 */
export function cutLock(
  packages: Packages,
  engines: Readonly<Record<string, string>>,
  locked: LockedPackages,
): object | undefined {
  const [own, tools] = [Object.keys(packages.dependencies), Object.keys(packages.devDependencies)];
  const used = reach(own, locked, { isWhole: true });
  const all = reach([...own, ...tools], locked, { isWhole: true });
  const required = reach([...own, ...tools], locked, { isWhole: false });
  if (all.lacking.length > 0) return undefined;
  const entries = [...all.found].sort().map((path) => {
    const said = Object.entries(locked[path] ?? {}).filter(([name]) => !LEFT_OUT.includes(name));
    return [
      path,
      {
        ...Object.fromEntries(said),
        ...(used.found.has(path) ? {} : { dev: true }),
        ...(required.found.has(path) ? {} : { optional: true }),
      },
    ] as const;
  });
  return {
    lockfileVersion: 3,
    requires: true,
    packages: { "": { ...packages, engines }, ...Object.fromEntries(entries) },
  };
}

/** Keeps what the lockfile says of these packages and of all that they depend on. */
export function keepLocked(names: readonly string[], locked: LockedPackages): LockedPackages {
  const { found } = reach(names, locked, { isWhole: true });
  return Object.fromEntries(Object.entries(locked).filter(([path]) => found.has(path)));
}

/** Follows dependencies from the root, with optional ones if it is to be whole; finds each as Node does. */
function reach(
  names: readonly string[],
  locked: LockedPackages,
  { isWhole }: { readonly isWhole: boolean },
): { readonly found: ReadonlySet<string>; readonly lacking: readonly string[] } {
  const found = new Set<string>();
  const lacking: string[] = [];
  const follow = (from: string, name: string): void => {
    const path = resolve(from, name, locked);
    if (path === undefined) lacking.push(name);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } =
      locked[path] ?? {};
    const optional = Object.keys(optionalDependencies ?? {});
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (peer) => peerDependenciesMeta?.[peer]?.optional !== true,
    );
    const others = Object.keys(dependencies ?? {}).filter((it) => !optional.includes(it));
    for (const next of [...others, ...peers, ...(isWhole ? optional : [])]) follow(path, next);
  };
  for (const name of names) follow("", name);
  return { found, lacking };
}

const FOLDER = "node_modules/";

function resolve(from: string, name: string, locked: LockedPackages): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(FOLDER) - 1))) {
    const path = `${at === "" ? "" : `${at}/`}${FOLDER}${name}`;
    if (locked[path] !== undefined) return path;
    if (at === "") return undefined;
  }
}
