export interface Platform {
  readonly os: string;
  readonly cpu: string;
  /** "glibc", "musl", or nothing away from Linux; asked for only when a package names a libc. */
  readonly libc: () => string | undefined;
}

export interface OutdatedPackage {
  /** As in package-lock.json: "node_modules/astro". */
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
