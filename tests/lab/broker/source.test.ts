import { expect, test } from "vitest";
import { findBrokerSource } from "../../../src/lab/broker/source.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands, sayJava } from "../jvm/fake-command.ts";

const failing = "echo '[ERROR] no such host'; exit 1";
const mvn = `case "$*" in *--version) echo Apache Maven 3.9.9;; *) ${failing};; esac`;

test("without anything it says what is missing and what to install", async () => {
  const source = await findBrokerSource({ PATH: makeCommands({}) }, refuseToSay);
  expect(source).toMatchObject({ kind: "none" });
  const why = source.kind === "none" ? source.why : "";
  expect(why).toMatch(
    /^Nothing here runs Kafka 4\.4\.0: no Java in JAVA_HOME or on PATH; no Docker/,
  );
  expect(why).toMatch(/\n {2}.*(openjdk|Java 17).*aven/);
  expect(why).toContain("KAFKA_BOOTSTRAP=localhost:9092");
});

test("Java without jars and without Maven is not enough", async () => {
  const env = { PATH: makeCommands({ java: sayJava("17.0.15") }), XDG_CACHE_HOME: makeFolder({}) };
  const source = await findBrokerSource(env, refuseToSay);
  expect(source.kind === "none" ? source.why : "").toContain("no Maven on PATH");
});

test("Docker stands in when Maven cannot download, and the reason is said", async () => {
  const commands = makeCommands({ java: sayJava("17.0.15"), mvn, docker: "echo 28.2.2" });
  const said: string[] = [];
  const env = { PATH: commands, XDG_CACHE_HOME: makeFolder({}) };
  const source = await findBrokerSource(env, (line) => said.push(line));
  expect(source).toEqual({ kind: "docker", version: "28.2.2", kafka: "4.4.0" });
  expect(said.join("\n")).toContain("cannot download Kafka 4.4.0: no such host");
});

test("a cluster of one's own comes last: after Docker, and only when named", async () => {
  const named = { KAFKA_BOOTSTRAP: "one:9092,two:9092" };
  const without = { PATH: makeCommands({ docker: "exit 1" }), ...named };
  expect(await findBrokerSource(without, () => {})).toEqual({
    kind: "own",
    bootstrap: ["one:9092", "two:9092"],
  });
  const withDocker = { PATH: makeCommands({ docker: "echo 28.2.2" }), ...named };
  expect(await findBrokerSource(withDocker, () => {})).toMatchObject({ kind: "docker" });
});

function refuseToSay(line: string): void {
  throw new Error(`said ${line}`);
}
