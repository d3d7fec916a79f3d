import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { ifThere } from "../../disk/read-if-there.ts";

/** Where PostgreSQL comes from on this machine. */
export type DatabaseSource =
  | {
      readonly kind: "postgres";
      /** The folder of `initdb`, `postgres` and `psql`. */
      readonly folder: string;
      /** "15.14" */
      readonly version: string;
      /** The user that runs it instead of root. */
      readonly user?: { readonly uid: number; readonly gid: number };
    }
  /** Samples that need a database are not run. `why` says what to install. */
  | { readonly kind: "none"; readonly why: string };

type Places = readonly (readonly [parent: string, version: RegExp])[];

/** Folders with a folder for each version: Debian's, Fedora's, Homebrew's on both kinds of Mac. */
const VERSIONED: Places = [
  ["/usr/lib/postgresql", /^\d+$/],
  ["/usr", /^pgsql-\d+$/],
  ["/opt/homebrew/opt", /^postgresql@\d+$/],
  ["/usr/local/opt", /^postgresql@\d+$/],
];
const PROGRAMS = ["initdb", "postgres", "psql"];

/**
 * Looks for PostgreSQL, first on the `PATH`, then where packages put its newest version.
 *
 * @param places the second place: folders with a folder for each version
 */
export function findPostgres(
  env: NodeJS.ProcessEnv = process.env,
  places: Places = VERSIONED,
): DatabaseSource {
  const onPath = (env["PATH"] ?? "").split(path.delimiter);
  const folder = [...onPath, ...listVersioned(places)].find(hasPrograms);
  if (folder === undefined) return { kind: "none", why: howToGet("There is no PostgreSQL here") };
  const answer = spawnSync(path.join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  const version = /\d+\.\d+/.exec(answer.stdout)?.[0];
  if (version === undefined) {
    return { kind: "none", why: howToGet(`${folder}/postgres does not say its version`) };
  }
  if (process.getuid?.() !== 0) return { kind: "postgres", folder, version };
  const [uid, gid] = ["-u", "-g"].map((option) => readId(option));
  if (uid === undefined || gid === undefined) {
    const why = "PostgreSQL does not run as root, and there is no user postgres";
    return { kind: "none", why: howToGet(why) };
  }
  return { kind: "postgres", folder, version, user: { uid, gid } };
}

function listVersioned(places: Places): string[] {
  return places.flatMap(([parent, name]) =>
    (ifThere(() => readdirSync(parent)) ?? [])
      .filter((it) => name.test(it))
      .sort((a, b) => numberIn(b) - numberIn(a))
      .map((it) => path.join(parent, it, "bin")),
  );
}

function numberIn(name: string): number {
  return Number(/\d+$/.exec(name)?.[0]);
}

function hasPrograms(folder: string): boolean {
  return folder !== "" && PROGRAMS.every((name) => existsSync(path.join(folder, name)));
}

function readId(option: string): number | undefined {
  const { status, stdout } = spawnSync("id", [option, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function howToGet(why: string): string {
  return `${why}.\n  Install PostgreSQL 15 or newer. On Debian: apt-get install postgresql; on a Mac: brew install postgresql@17`;
}
