import type { System } from "./systems.ts";

/** A client library that samples use. */
export interface Client {
  /** The package to install. */
  readonly package: string;
  /** The name of the client in recorded runs and facts. */
  readonly name: string;
  readonly system: System;
  /**
   * For a client that samples have twins for: its label on pages, and its word in file names, as in
   * `publish.kafkajs.ts`.
   */
  readonly twin?: { readonly label: string; readonly word: string };
}

/** The client of every sample without a client's word in its name. */
export const FIRST_CLIENT = "@platformatic/kafka";
/** The package that needs a binary which installing this repository does not fetch. */
export const NATIVE_PACKAGE = "@confluentinc/kafka-javascript";

/** Every client that samples use. Add a client with one line here. */
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

/** The beginning of a Java library's class names → the system that the library speaks to. */
export const JAVA_CLIENTS: readonly (readonly [prefix: string, system: System])[] = [
  ["org.apache.kafka.", "kafka"],
  ["kafka.", "kafka"],
  ["io.grpc.", "grpc"],
];
