import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { KAFKA_VERSION } from "../../receipts/inputs.ts";

/** Jars that are downloaded together. Each set is listed in a file of its own, `<name>-jars.sha256`. */
export type JarSet = "broker" | "java" | "java-tests" | "debezium";

/** In `content/samples/debezium/pom.xml` too. */
export const DEBEZIUM_VERSION = "3.6.1.Final";

/** Name of a jar → SHA-256 of its bytes, hexadecimal. */
export type JarList = ReadonlyMap<string, string>;

export type Dependency = readonly [group: string, artifact: string, version: string];

/** Size of the first download of each set. */
export const SIZES: Readonly<Record<JarSet, string>> = {
  broker: "45 MB",
  java: "120 MB",
  "java-tests": "125 MB",
  debezium: "40 MB",
};

const DEBEZIUM: Dependency[] = [
  ["io.debezium", "debezium-api", DEBEZIUM_VERSION],
  // With the clients of its own version of Kafka: its engine does not start with newer ones.
  ["io.debezium", "debezium-embedded", DEBEZIUM_VERSION],
  ["io.debezium", "debezium-connector-postgres", DEBEZIUM_VERSION],
  ["org.slf4j", "slf4j-simple", "1.7.36"],
];

/** Lists the dependencies that Maven is asked for; it adds what these depend on. */
export function listDependencies(set: JarSet, version: string = KAFKA_VERSION): Dependency[] {
  const broker: Dependency[] = [
    ["org.apache.kafka", "kafka_2.13", version],
    // Kafka logs through SLF4J 1.7. This backend needs no configuration file, and starts faster than log4j.
    ["org.slf4j", "slf4j-simple", "1.7.36"],
  ];
  if (set === "broker") return broker;
  // The same as in `content/samples/debezium/pom.xml`.
  if (set === "debezium") return DEBEZIUM;
  // The same as in `content/samples/java/pom.xml`. Most of the size is RocksDB, which Kafka Streams needs.
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
    // Runs a test class in the lab; readers run it with Maven's own plugin.
    ["org.junit.platform", "junit-platform-console", "1.13.4"],
  ];
}

/**
 * Lists the artifacts that programs run with but are not compiled with: those that only the broker depends on, which
 * has the scope "runtime" in `pom.xml`.
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

/** Returns the path of the committed list of a set. */
export function nameJarList(set: JarSet): string {
  return join(import.meta.dirname, `${set}-jars.sha256`);
}

/** Reads the committed list, in the format of `sha256sum`. */
export function readJarList(set: JarSet = "broker"): JarList {
  const rows = readFileSync(nameJarList(set), "utf8").trim().split("\n");
  return new Map(rows.map((row) => [row.slice(66), row.slice(0, 64)]));
}
