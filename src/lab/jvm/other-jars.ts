import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";
import type { KafkaRelease } from "../scenario.ts";
import { copyJars } from "./download-jars.ts";
import { findMaven } from "./find-java.ts";
import { type JarSet, listDependencies, SIZES } from "./jar-sets.ts";
import { type Jars, nameCacheFolder } from "./jars.ts";

/** Whether a text has the form of a release of Kafka, `3.9.1`; only Maven knows whether there is such a release. */
export function isRelease(version: string): version is KafkaRelease {
  return /^\d+\.\d+\.\d+$/.test(version);
}

/**
 * Gets the jars of any release of Kafka, in a cache folder of their own. Only Maven checks them: no list has their
 * hashes.
 *
 * @throws Failure "unknown-kafka" when there is no such release, "no-maven" or "jars-not-downloaded" when Maven is
 * missing or fails
 */
export async function getOtherJars(
  set: JarSet,
  version: string,
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<Jars> {
  const folder = path.join(nameCacheFolder(env, version), set);
  if (!existsSync(folder)) {
    const maven = findMaven(env);
    if (maven.found === undefined) throw new Failure("no-maven", `${maven.why}.`);
    say(`Downloading Kafka ${version} (about ${SIZES[set]}) with Maven, once, into ${folder}.`);
    mkdirSync(path.dirname(folder), { recursive: true });
    const beside = mkdtempSync(`${folder}.`);
    try {
      await copyJars(maven.found, beside, listDependencies(set, version), env).catch(
        (error: unknown) => {
          throw isNotFound(error) ? unknownKafka(version, error) : error;
        },
      );
      if (!existsSync(folder)) renameSync(beside, folder);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }
  const names = readdirSync(folder).filter((name) => name.endsWith(".jar"));
  return { folder, files: names.sort().map((name) => path.join(folder, name)) };
}

function isNotFound(error: unknown): error is Failure {
  return error instanceof Failure && /Could not find artifact|was not found in/.test(error.message);
}

function unknownKafka(version: string, cause: Failure): Failure {
  return new Failure(
    "unknown-kafka",
    `Maven finds no Kafka ${version}.\n` +
      "  Releases: https://kafka.apache.org/downloads. Type one of them: npm run verify -- --kafka 3.9.1",
    { cause },
  );
}
