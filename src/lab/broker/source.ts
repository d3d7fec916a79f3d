import { spawnSync } from "node:child_process";
import { Failure } from "../../report/failure.mjs";
import { howToGetJava } from "../jvm/how-to-get-java.ts";
import { getJars } from "../jvm/get-jars.ts";
import { findJava, type Java } from "../jvm/find-java.ts";
import { getOtherJars } from "../jvm/other-jars.ts";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";
import type { Jars } from "../jvm/jars.ts";

/** Where brokers come from on this machine, and what runs can do with them; `kafka` is the version that they run. */
export type BrokerSource =
  /** Java with Kafka's jars, for `startCluster`: one node or three, any fault, receipts. */
  | { readonly kind: "java"; readonly java: Java; readonly jars: Jars; readonly kafka: string }
  /** Docker, for `startDockerBroker`: one node that cannot be killed. */
  | { readonly kind: "docker"; readonly version: string; readonly kafka: string }
  /** The user's own cluster: no faults of brokers and no receipts, since its version and settings are not the lab's. */
  | { readonly kind: "own"; readonly bootstrap: readonly string[] }
  /** No brokers: samples that need one are not run. `why` says what to install. */
  | { readonly kind: "none"; readonly why: string };

const DOCKER_LIMIT_MS = 10_000;

/**
 * Looks for a source of brokers, best first: Java with Kafka's jars (which Maven downloads when they are not in the
 * cache folder), Docker, `KAFKA_BOOTSTRAP`.
 *
 * @param say prints what takes time, and why a better source is not used
 * @throws Failure when a jar differs from the committed list of hashes
 */
export async function findBrokerSource(
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<BrokerSource> {
  const passedOver: string[] = [];
  const java = findJava(env);
  if (java.found === undefined) passedOver.push(java.why);
  else {
    const jars = await getJars("broker", env, say);
    if (jars.found !== undefined) {
      return { kind: "java", java: java.found, jars: jars.found, kafka: KAFKA_VERSION };
    }
    passedOver.push(jars.why);
  }
  const docker = findDocker(env);
  const bootstrap = (env["KAFKA_BOOTSTRAP"] ?? "").split(",").filter(Boolean);
  if (docker === undefined) passedOver.push("no Docker that answers");
  if (docker !== undefined || bootstrap.length > 0) {
    say(`Not with Java: ${passedOver.join("; ")}.`);
    if (docker === undefined) return { kind: "own", bootstrap };
    return { kind: "docker", version: docker, kafka: KAFKA_VERSION };
  }
  return { kind: "none", why: describeNone(passedOver) };
}

/**
 * Returns the same source of brokers for another release of Kafka, whose jars are downloaded when they are not in the
 * cache folder.
 *
 * @throws Failure "unknown-kafka" when there is no such release
 */
export async function ofRelease(
  source: BrokerSource,
  release: string,
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<BrokerSource> {
  if (source.kind === "none") return source;
  if (source.kind === "docker") return { ...source, kafka: release };
  if (source.kind === "own") {
    return { kind: "none", why: `Whether KAFKA_BOOTSTRAP runs Kafka ${release} is not known.` };
  }
  try {
    return { ...source, jars: await getOtherJars("broker", release, env, say), kafka: release };
  } catch (error) {
    if (!(error instanceof Failure) || error.slug === "unknown-kafka") throw error;
    say(`Not on Kafka ${release}: ${error.message}`);
    return { kind: "none", why: error.message };
  }
}

/** Returns the version of Docker, or `undefined` when its daemon does not answer. */
function findDocker(env: NodeJS.ProcessEnv): string | undefined {
  const question = ["version", "--format", "{{.Server.Version}}"];
  const answer = spawnSync("docker", question, { env, encoding: "utf8", timeout: DOCKER_LIMIT_MS });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function describeNone(passedOver: readonly string[]): string {
  return (
    `Nothing here runs Kafka ${KAFKA_VERSION}: ${passedOver.join("; ")}.\n` +
    `  ${howToGetJava()};\n` +
    "  or start Docker; or name a cluster of your own: KAFKA_BOOTSTRAP=localhost:9092 npm run verify"
  );
}
