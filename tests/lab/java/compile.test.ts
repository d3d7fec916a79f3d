import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  compileProject,
  embedsDebezium,
  findJarsOf,
  JAVA_RELEASE,
} from "../../../src/lab/java/compile.ts";
import { findCompiler, findJavaSource } from "../../../src/lab/java/source.ts";
import { listDependencies } from "../../../src/lab/jvm/jar-sets.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { project } from "../../sites/lay-out-site.ts";
import { makeCommands, sayJava } from "../jvm/fake-command.ts";

const readPom = (name: string): string =>
  readFileSync(path.join(project, "content/samples", name, "pom.xml"), "utf8");
const pom = readPom("java");
const found = await findJavaSource(true);
if (found.kind === "none") console.error(`NOT RUN  tests/lab/java/compile.test.ts: ${found.why}`);

test("the jars are those that each pom.xml asks for", () => {
  for (const [name, set] of [
    ["java", "java-tests"],
    ["debezium", "debezium"],
  ] as const) {
    const text = readPom(name);
    const [, property, value = ""] = /<((?:kafka|debezium)\.version)>(.*)<\/\1>/.exec(text) ?? [];
    const declared = [...text.matchAll(/<dependency>(.*?)<\/dependency>/gs)].map(([, one = ""]) =>
      ["groupId", "artifactId", "version"]
        .map((tag) => new RegExp(`<${tag}>(.*)</${tag}>`).exec(one)?.[1])
        .join(":")
        .replace(`\${${property}}`, value),
    );
    const asked = listDependencies(set).filter(([group]) => group !== "org.junit.platform");
    expect(declared.sort()).toEqual(asked.map((it) => it.join(":")).sort());
    expect(text).toContain(`<maven.compiler.release>${JAVA_RELEASE}<`);
  }
});

test("no program but Debezium's own loads its jars", async () => {
  if (found.kind === "none") return;
  const samples = path.join(project, "content/samples");
  const { files } = await findJarsOf(path.join(samples, "java"), "main", found);
  expect(files.filter((file) => file.includes("debezium"))).toEqual([]);
  expect(embedsDebezium(path.join(samples, "java"))).toBe(false);
  expect(embedsDebezium(path.join(samples, "debezium"))).toBe(true);
});

test("a Java without its compiler is no JDK", async () => {
  const folder = makeCommands({ java: sayJava("17.0.15") });
  const command = path.join(folder, "java");
  const why = `"${command}" is Java 17.0.15 without its compiler, javac: a JDK is needed`;
  expect(findCompiler({ command, version: "17.0.15", major: 17, build: "" })).toEqual({ why });
  const source = await findJavaSource(false, { PATH: folder });
  expect(source.kind === "none" ? source.why : "").toContain(why);
});

describe.skipIf(found.kind === "none")("with a JDK", () => {
  const made: string[] = [];
  let tools: Extract<typeof found, { kind: "java" }>;
  beforeAll(() => {
    if (found.kind === "java") tools = found;
  });
  afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const compile = async (files: Readonly<Record<string, string>>, of: "main" | "test" = "main") => {
    const samples = makeFolder({ "java/pom.xml": pom, ...files });
    const classes = await compileProject(samples, "java", of, tools);
    made.push(classes);
    return classes;
  };
  const a = "class A { static int one() { return 1; } }";

  test("the same files are compiled once, wherever they lie", async () => {
    const classes = await compile({ "java/main/A.java": a });
    expect(existsSync(path.join(classes, "A.class"))).toBe(true);
    expect(await compile({ "java/main/A.java": a })).toBe(classes);
    expect(await compile({ "java/main/A.java": `${a}\n` })).not.toBe(classes);
  });

  test("a test is compiled against the classes of main", async () => {
    const test = "class ATest { @org.junit.jupiter.api.Test void one() { A.one(); } }";
    const classes = await compile({ "java/main/A.java": a, "java/test/ATest.java": test }, "test");
    expect(existsSync(path.join(classes, "ATest.class"))).toBe(true);
    const other = a.replace("one", "two");
    const files = { "java/main/A.java": other, "java/test/ATest.java": test };
    await expect(compile(files, "test")).rejects.toThrow(/java-error .*test\/ATest\.java:1\n/);
  });

  test("an error has the file and line of the sample", async () => {
    const wrong = "class A {\n  int one() { return none; }\n}\n";
    await expect(compile({ "java/main/A.java": wrong })).rejects.toThrow(
      /^java-error {2}content\/samples\/java\/main\/A\.java:2\n {2}cannot find symbol\n/,
    );
  });

  test("an unchecked cast is an error, and so is a class of the broker's own", async () => {
    const cast =
      "import java.util.*;\nclass A { List<String> a(Object o) { return (List<String>) o; } }";
    await expect(compile({ "java/main/A.java": cast })).rejects.toThrow(
      /main\/A\.java:2\n.*unchecked/,
    );
    const broker = "class A { kafka.server.KafkaConfig config; }";
    await expect(compile({ "java/main/A.java": broker })).rejects.toThrow(/kafka\.server/);
  });
});
