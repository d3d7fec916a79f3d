import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FOLDER = path.resolve("content/samples");
const samples = globSync(["**/*.ts", "java/main/*.java"], { cwd: FOLDER })
  .filter((file) => !file.startsWith("gen/") && !/\.scenario(?:-parts)?\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(FOLDER, file), "utf8") }));

/** The two variables with their defaults, as every sample in TypeScript reads them. */
const READ = /const \{[^}]*\b(?:KAFKA_BROKERS|GRPC_ADDRESS)\s*=[^}]*\}\s*=\s*process\.env;/g;
/** A host and a port as one string, `localhost:9092`. */
const ADDRESS = /["'`](?:https?:\/\/)?[a-z\d.-]*[a-z.][a-z\d.-]*:\d{4,5}\b/i;
/** Addresses at which nothing answers: no reader has another one to put there. */
const NOBODY = ["symptoms/no-broker.ts", "symptoms/no-connection.ts"];
/** Three brokers, one of which the run kills: no reader has an address to put in their place. */
const THREE_BROKERS = "clients/publish-all.ts";
/** The one class that all programs in Java ask. */
const IN_JAVA = "java/main/Brokers.java";

/** The command in a header, which passes an address as an argument. */
const RUN = /^\/\/ Run: .*$/m;

function hasAddress(text: string): boolean {
  return ADDRESS.test(text.replaceAll(READ, "").replace(RUN, ""));
}

test("samples connect to an address from the environment", () => {
  const literal = samples.filter(({ text }) => hasAddress(text)).map(({ file }) => file);
  expect(literal.toSorted()).toEqual([IN_JAVA, THREE_BROKERS, ...NOBODY].toSorted());
});

test("programs in Java read the variable, with the literal as default", () => {
  const brokers = samples.find(({ file }) => file === IN_JAVA)?.text;
  expect(brokers).toContain('getOrDefault("KAFKA_BROKERS", ');
});

test("an address is seen unless it is the default of a variable", () => {
  expect(hasAddress('bootstrapBrokers: ["localhost:9092"],')).toBe(true);
  expect(hasAddress('new OrderServiceClient("127.0.0.1:50051", it)')).toBe(true);
  expect(hasAddress('const { BROKER = "localhost:9092" } = process.env;')).toBe(true);
  expect(hasAddress('const { WAREHOUSE, KAFKA_BROKERS = "a:9092" } =\n  process.env;')).toBe(false);
  expect(hasAddress("`127.0.0.1:${port}`")).toBe(false);
});
