export interface Platform {
  readonly os: string;
  readonly cpu: string;
  /** "glibc" or "musl", `undefined` on other systems than Linux; called only when a package names a libc. */
  readonly libc: () => string | undefined;
}

export interface OutdatedPackage {
  /** Path as in package-lock.json: "node_modules/astro". */
  readonly path: string;
  readonly wanted: string;
  readonly installed: string | undefined;
}

export function installPackages(root: string): void;
export function findOutdated(root: string, platform: Platform): OutdatedPackage[];
export function installReason(
  root: string,
  outdated: readonly OutdatedPackage[],
): string | undefined;
export function thisPlatform(): Platform;
