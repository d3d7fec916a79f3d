import { KAFKA_VERSION } from "../../receipts/inputs.ts";
import { Failure } from "../../report/failure.mjs";
import { downloadJars } from "./download-jars.ts";
import { findMaven, type Search } from "./find-java.ts";
import { type JarSet, readJarList, SIZES } from "./jar-sets.ts";
import { findJars, type Jars, nameCacheFolder } from "./jars.ts";

/**
 * Gets the jars of a set from the cache folder or with Maven. @throws Failure when one differs from the committed list
 */
export async function getJars(
  set: JarSet,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Search<Jars>> {
  const folder = nameCacheFolder(env);
  const cached = findJars(folder, readJarList(set));
  if (cached !== undefined) return { found: cached };
  const maven = findMaven(env);
  if (maven.found === undefined) return maven;
  say(`Downloading Kafka ${KAFKA_VERSION} (${SIZES[set]}) with Maven, once, into ${folder}.`);
  try {
    return { found: await downloadJars(maven.found, folder, { set, env }) };
  } catch (error) {
    if (error instanceof Failure && error.slug === "jars-not-downloaded") {
      return { why: error.message.slice(`${error.slug}  `.length) };
    }
    throw error;
  }
}
