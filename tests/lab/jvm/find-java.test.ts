import { join } from "node:path";
import { expect, test } from "vitest";
import {
  findJava,
  findMaven,
  type Java,
  type Maven,
  type Search,
} from "../../../src/lab/jvm/find-java.ts";
import { makeCommands, sayJava } from "./fake-command.ts";

test("a Java that is too old or does not start is passed over for the next one on PATH", () => {
  const old = makeCommands({ java: sayJava("1.8.0_452") });
  const broken = makeCommands({ java: "exit 1" });
  const good = makeCommands({ java: sayJava("17.0.15") });
  const { found } = findJava({ PATH: [old, broken, good].join(":") });
  expect(found).toMatchObject({ command: join(good, "java"), version: "17.0.15", major: 17 });
});

test("JAVA_HOME comes before PATH", () => {
  const home = makeCommands({ "bin/java": sayJava("25.0.3") });
  const path = makeCommands({ java: sayJava("17.0.15") });
  expect(findJava({ JAVA_HOME: home, PATH: path }).found?.major).toBe(25);
});

test("without one it says what was there instead, and throws nothing", () => {
  const old = makeCommands({ java: sayJava("11.0.27") });
  expect(explain(findJava({ PATH: old }))).toBe(
    `"${join(old, "java")}" is Java 11.0.27; Java 17 or newer is needed`,
  );
  expect(explain(findJava({}))).toBe("no Java in JAVA_HOME or on PATH");
});

test("Maven is found with its version; one that does not start is not there", () => {
  const good = makeCommands({ mvn: "echo Apache Maven 3.8.7" });
  expect(findMaven({ PATH: good })).toEqual({
    found: { command: join(good, "mvn"), version: "3.8.7" },
  });
  expect(explain(findMaven({ PATH: makeCommands({ mvn: "exit 1" }) }))).toContain("does not start");
  expect(explain(findMaven({ PATH: "" }))).toBe("no Maven on PATH");
});

function explain(search: Search<Java> | Search<Maven>): string {
  return search.found === undefined ? search.why : "";
}
