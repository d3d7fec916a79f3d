import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";

/** Jars that are downloaded together. Each set is listed in a file of its own, `<name>-jars.sha256`. */
export type JarSet = "broker" | "java" | "java-tests";

/** Name of a jar → SHA-256 of its bytes, hexadecimal. */
export type JarList = ReadonlyMap<string, string>;

export type Dependency = readonly [group: string, artifact: string, version: string];

/** What a first download of each weighs. */
export const SIZES: Readonly<Record<JarSet, string>> = {
  broker: "45 MB",
  java: "120 MB",
  "java-tests": "125 MB",
};

/** What Maven is asked for; the rest is what these need. */
export function listDependencies(set: JarSet, version: string = KAFKA_VERSION): Dependency[] {
  const broker: Dependency[] = [
    ["org.apache.kafka", "kafka_2.13", version],
    // Kafka logs through SLF4J 1.7. This backend needs no file of its own, and starts faster than log4j.
    ["org.slf4j", "slf4j-simple", "1.7.36"],
  ];
  if (set === "broker") return broker;
  // As `content/samples/java/pom.xml` has it: RocksDB, which Streams needs, is most of its weight.
  const java: Dependency[] = [
    ["org.apache.kafka", "kafka-clients", version],
    ["org.apache.kafka", "kafka-streams", version],
    ...broker,
  ];
  if (set === "java") return java;
  return [
    ...java,
    ["org.apache.kafka", "kafka-streams-test-utils", version],
    ["org.junit.jupiter", "junit-jupiter", "5.13.4"],
    // Runs a test class; for a reader Maven's own plugin does.
    ["org.junit.platform", "junit-platform-console", "1.13.4"],
  ];
}

/**
 * Artifacts that programs run with and do not compile with: those that only the broker brings, which is of Maven's scope
 * "runtime" in `pom.xml`.
 */
export function listRuntimeOnly(set: JarSet): ReadonlySet<string> {
  const compiledWith = listDependencies(set)
    .map(([, artifact]) => artifact)
    .filter((artifact) => !artifact.startsWith("kafka_"));
  const brokers = [...readJarList("broker").keys()].map(nameArtifact);
  return new Set(brokers.filter((name) => !compiledWith.includes(name)));
}

/** `…/kafka-clients-4.3.1.jar` → `kafka-clients` */
export function nameArtifact(jar: string): string {
  return basename(jar, ".jar").replace(/-\d[^-]*(?:-[^-]+)?$/, "");
}

/** The committed list of a set, as a path. */
export function nameJarList(set: JarSet): string {
  return join(import.meta.dirname, `${set}-jars.sha256`);
}

/** Reads the committed list, in the format of `sha256sum`. */
export function readJarList(set: JarSet = "broker"): JarList {
  const rows = readFileSync(nameJarList(set), "utf8").trim().split("\n");
  return new Map(rows.map((row) => [row.slice(66), row.slice(0, 64)]));
}
