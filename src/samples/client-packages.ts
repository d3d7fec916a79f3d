import type { System } from "../check/checked-site.ts";

/** The one client whose package is no use without a binary, which installing it here does not bring. */
export const NATIVE_PACKAGE = "@confluentinc/kafka-javascript";

/** Client libraries: the name under which a reader knows them, and whose system they speak to. */
export const CLIENT_PACKAGES: ReadonlyMap<
  string,
  { readonly name: string; readonly system: System }
> = new Map([
  ["@grpc/grpc-js", { name: "grpc-js", system: "grpc" }],
  ["@platformatic/kafka", { name: "@platformatic/kafka", system: "kafka" }],
  [NATIVE_PACKAGE, { name: NATIVE_PACKAGE, system: "kafka" }],
  ["kafkajs", { name: "kafkajs", system: "kafka" }],
]);
