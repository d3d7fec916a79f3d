import { expect, test } from "vitest";
import { nameOfMember, partnersOf } from "../../src/receipts/partners.ts";
import type { ProgramRun } from "../../src/receipts/receipt.ts";
import type { Sample } from "../../src/check/checked-site.ts";
import { findPartners, listNeeds } from "../../src/samples/needs.ts";
import { projectFiles } from "../../src/samples/project.ts";
import { makeReceipt } from "../receipts/receipts.ts";

const ran = (name: string, command: string): ProgramRun => ({ name, command, output: [], exit: 0 });
const receipt = makeReceipt([
  {
    programs: [
      ran("topics", "node ../kafka/create.ts 3"),
      ran("warehouse", "node ../start-as.ts warehouse-0 commit.ts"),
      ran("orders", "node publish.ts 200"),
      ran("control", 'mvn -q compile exec:java -Dexec.mainClass=Count -Dexec.args="a b"'),
      ran("warehouse", "node ../start-as.ts warehouse-0 commit.ts"),
    ],
  },
]);

test("partners are the other programs of the shown run, and the sample's own restart is none", () => {
  expect(partnersOf(receipt, "delivery/commit.ts")).toEqual([
    { file: "kafka/create.ts", arguments: "3", isFirst: true },
    { file: "delivery/publish.ts", arguments: "200", isFirst: false },
    { file: "Count.java", arguments: '-Dexec.args="a b"', isFirst: false },
  ]);
});

const publish = {
  id: "delivery/publish",
  path: "delivery/publish.ts",
  command: "node delivery/publish.ts 200",
  isFirst: false,
  isInProject: true,
};
const count = { ...publish, id: "java/count", command: "mvn -q", isInProject: false };
const needing = {
  language: "ts",
  beside: { brokers: 3, topics: [{ name: "orders", partitions: 6 }], database: "postgres" },
  partners: [publish, count],
} as const;

test("a class is looked for in the sample's own Maven project first, and is no partner of itself", () => {
  const run = makeReceipt([
    {
      programs: [
        ran("a", "mvn -q compile exec:java -Dexec.mainClass=Count"),
        ran("b", "node b.ts"),
      ],
    },
  ]);
  expect(partnersOf(run, "debezium/main/Count.java").map(({ file }) => file)).toEqual([
    "debezium/main/b.ts",
  ]);
  const samples = new Map(
    ["java/main/Count.java", "debezium/main/Count.java"].map((path) => [
      path,
      { id: path, path, language: "java" } as Sample,
    ]),
  );
  const count = [{ file: "Count.java", arguments: "", isFirst: true }];
  const find = (path: string): string[] =>
    findPartners({ path, language: "java" }, count, samples).map((it) => it.path);
  expect(find("debezium/main/Other.java")).toEqual(["debezium/main/Count.java"]);
  expect(find("kafka/other.ts")).toEqual(["java/main/Count.java"]);
});

test("a program that ran under a member's name needs one", () => {
  expect(nameOfMember(receipt, "delivery/commit.ts")).toBe("warehouse-0");
  expect(nameOfMember(receipt, "delivery/publish.ts")).toBeUndefined();
  const needs = listNeeds({ language: "ts", partners: [], member: "warehouse-0" });
  expect(needs.map(({ commands }) => commands)).toEqual([["export WAREHOUSE=warehouse-0"]]);
});

test("needs stand in the order in which a reader starts them", () => {
  expect(listNeeds(needing).map(({ says, commands, href }) => [says, commands[0], href])).toEqual([
    [
      expect.stringMatching(/broker at `localhost:9092`.*3 brokers/),
      expect.stringContaining("apache/kafka:"),
      undefined,
    ],
    ["A topic:", expect.stringMatching(/--topic orders --partitions 6$/), undefined],
    [
      expect.stringContaining("in place of Docker"),
      expect.stringMatching(/mainClass=StartBroker -Dexec.args="orders:6"$/),
      "/samples/java/start-broker/",
    ],
    [expect.stringContaining("DATABASE_URL"), expect.stringContaining("postgres:"), undefined],
    ["After its start, in another terminal:", "node delivery/publish.ts 200", undefined],
    [expect.stringContaining("project of another sample"), "mvn -q", "/samples/java/count/"],
  ]);
  expect(listNeeds({ language: "ts", partners: [] })).toEqual([]);
  const beside = { proxies: ["proxies/nginx.conf", "proxies/haproxy.cfg"] };
  expect(listNeeds({ language: "ts", partners: [], beside })[0]?.commands).toEqual([
    expect.stringContaining("-c proxies/nginx.conf"),
    expect.stringContaining("haproxy -W -f proxies/haproxy.cfg"),
  ]);
});

test("a project's README says what its run needs and what it printed", () => {
  const lines = Array.from({ length: 23 }, (_, index) => `line ${index + 1}`);
  const sample = {
    ...{
      id: "delivery/commit",
      path: "delivery/commit.ts",
      title: "Commits.",
      run: "node commit.ts",
    },
    ...{ packages: {}, neighbours: [], output: lines },
    ...needing,
  };
  const tools = {
    typescript: "7",
    typesNode: "24",
    types: {},
    checkNeeds: "",
    locked: {},
    site: "https://site.example",
  };
  const texts = new Map([[sample.path, ""]]);
  const readme = projectFiles(sample, texts, tools).get("README.md");
  expect(readme).toContain("https://site.example/samples/delivery/commit/");
  expect(readme).toContain("  docker run");
  expect(readme?.indexOf("npm install")).toBeLessThan(readme?.indexOf("docker run") ?? 0);
  expect(readme).toContain("https://site.example/samples/java/count/");
  expect(readme).toContain("line 20\n… 3 more\n```");
  const { run: _run, ...module } = sample;
  expect(projectFiles(module, texts, tools).get("README.md")).not.toContain("docker");
});
