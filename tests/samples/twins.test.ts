import { expect, test } from "vitest";
import { checkSite } from "../../src/check/index.ts";
import { sampleId } from "../../src/samples/find-samples.ts";
import { findTwins } from "../../src/samples/twins.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

const samples = [
  "kafka/publish.kafkajs.ts",
  "kafka/publish.ts",
  "kafka/publish.notes.ts",
  "kafka/read.kafkajs.ts",
  "kafka/work.ts",
  "kafka/work.kafkajs.ts",
  "kafka/work.confluent.ts",
  "kafka/publisher.ts",
  "other/publish.kafkajs.ts",
  "kafka/publish.java",
].map((path) => ({ path, id: sampleId(path) }));
const twinsOf = (path: string) => findTwins(samples).get(path) ?? [];

test("a twin is the file of the same name with a client's word before its ending", () => {
  expect(twinsOf("kafka/publish.ts")).toEqual([{ client: "KafkaJS", id: "kafka/publish-kafkajs" }]);
  expect(twinsOf("kafka/publisher.ts")).toEqual([]);
  expect(twinsOf("kafka/publish.java")).toEqual([]);
});

test("the first client's file is the twin of its twin", () => {
  expect(twinsOf("kafka/publish.kafkajs.ts")).toEqual([
    { client: "@platformatic/kafka", id: "kafka/publish" },
  ]);
  expect(twinsOf("kafka/read.kafkajs.ts")).toEqual([]);
});

test("a sample may have several twins, each the twin of the others", () => {
  const [first, kafkaJs, confluent] = [
    { client: "@platformatic/kafka", id: "kafka/work" },
    { client: "KafkaJS", id: "kafka/work-kafkajs" },
    { client: "Confluent", id: "kafka/work-confluent" },
  ];
  expect(twinsOf("kafka/work.ts")).toEqual([kafkaJs, confluent]);
  expect(twinsOf("kafka/work.confluent.ts")).toEqual([first, kafkaJs]);
});

test("a word that is no client's makes no twin", () => {
  expect(twinsOf("kafka/publish.notes.ts")).toEqual([]);
});

test("a file and a region have the file's twins; a file without one has no word of them", async () => {
  const file = (says: string) =>
    `// ${says}\n// #region it\nexport const it = 1;\n// #endregion it\n`;
  const root = await layOutSite("twins", {
    "docs/kafka/page.mdx": ["publish.ts", 'publish.ts" region="it', "alone.ts"]
      .map((words) => `<Sample file="${words}" />\n`)
      .join("\n"),
    "samples/kafka/publish.ts": file("Publishes."),
    "samples/kafka/publish.kafkajs.ts": file("Publishes, by KafkaJS."),
    "samples/kafka/alone.ts": file("Has no twin."),
  });
  const site = await checkSite(root, { lint: false });
  const twin = [{ client: "KafkaJS", id: "kafka/publish-kafkajs" }];
  expect(site.issues).toEqual([]);
  expect(site.blocks.get("content/docs/kafka/page.mdx")?.map(({ twins }) => twins)).toEqual([
    twin,
    twin,
    undefined,
  ]);
});
