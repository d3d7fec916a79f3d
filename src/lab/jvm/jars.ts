import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { ifThere } from "../../disk/read-if-there.ts";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";
import { Failure } from "../../report/failure.mjs";
import type { JarList } from "./jar-sets.ts";

/** Jars on disk, whose bytes were compared with the list of their set. */
export interface Jars {
  readonly folder: string;
  /** Absolute paths in the order of the list, since an archive of classes fits only one order of the class path. */
  readonly files: readonly string[];
}

/**
 * Returns the folder below the user's cache folder in which jars and archives of classes are kept for all clones. All
 * sets of one version of Kafka share a folder.
 */
export function nameCacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  version: string = KAFKA_VERSION,
): string {
  const asked = env["XDG_CACHE_HOME"];
  // The specification of XDG_CACHE_HOME says to ignore a relative path.
  const caches = asked !== undefined && isAbsolute(asked) ? asked : join(homedir(), ".cache");
  return join(caches, "wire-and-log", `kafka-${version}`);
}

/**
 * Returns which jars of the list are missing in the folder, and which have other bytes. Other files do not matter,
 * since the class path names each jar. All bytes are read each time, which takes about 0.1 s for 45 MB.
 */
export function compareJars(
  folder: string,
  list: JarList,
): { missing: readonly string[]; changed: readonly string[] } {
  const missing: string[] = [];
  const changed: string[] = [];
  for (const [name, sha256] of list) {
    const bytes = ifThere(() => readFileSync(join(folder, name)));
    if (bytes === undefined) missing.push(name);
    else if (createHash("sha256").update(bytes).digest("hex") !== sha256) changed.push(name);
  }
  return { missing, changed };
}

/**
 * Returns the jars of an earlier download; `undefined` when one is missing. @throws Failure when one differs from the
 * list
 */
export function findJars(folder: string, list: JarList): Jars | undefined {
  const { missing, changed } = compareJars(folder, list);
  if (changed.length > 0) throw jarChanged(folder, changed);
  if (missing.length > 0) return undefined;
  return { folder, files: [...list.keys()].map((name) => join(folder, name)) };
}

function jarChanged(folder: string, changed: readonly string[]): Failure {
  const which = changed.map((name) => `"${name}"`).join(", ");
  const files = changed.map((name) => `'${join(folder, name)}'`).join(" ");
  return new Failure(
    "jar-changed",
    `${which} in ${folder}: not the bytes that src/lab/jvm/*-jars.sha256 list.\n` +
      `  Delete it, and the next run downloads it again: rm ${files}`,
  );
}
