import type { System } from "./systems.ts";

/** A client library. */
export interface Client {
  /** What it is installed as. */
  readonly package: string;
  /** As recorded runs and facts call it. */
  readonly name: string;
  readonly system: System;
  /** A client that samples have twins for: how pages call it, and its word in their names, `publish.kafkajs.ts`. */
  readonly twin?: { readonly label: string; readonly word: string };
}

/** The client of a sample whose name has no client's word. */
export const FIRST_CLIENT = "@platformatic/kafka";
/** The one client whose package is no use without a binary, which installing it here does not bring. */
export const NATIVE_PACKAGE = "@confluentinc/kafka-javascript";

/** Every client that samples use: another is a line here. */
export const CLIENTS: readonly Client[] = [
  { package: "@grpc/grpc-js", name: "grpc-js", system: "grpc" },
  { package: FIRST_CLIENT, name: FIRST_CLIENT, system: "kafka" },
  {
    package: NATIVE_PACKAGE,
    name: NATIVE_PACKAGE,
    system: "kafka",
    twin: { label: "Confluent", word: "confluent" },
  },
  {
    package: "kafkajs",
    name: "kafkajs",
    system: "kafka",
    twin: { label: "KafkaJS", word: "kafkajs" },
  },
];

/** The clients by their package. */
export const CLIENT_PACKAGES: ReadonlyMap<string, Client> = /* @__PURE__ */ new Map(
  CLIENTS.map((client) => [client.package, client]),
);

/** Whose system a Java library speaks to, by what its classes' names begin with. */
export const JAVA_CLIENTS: readonly (readonly [prefix: string, system: System])[] = [
  ["org.apache.kafka.", "kafka"],
  ["kafka.", "kafka"],
  ["io.grpc.", "grpc"],
];
