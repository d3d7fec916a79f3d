import { describe, expect, test } from "vitest";
import type { CheckedBlock } from "../../src/check/checked-site.ts";
import type { Fact } from "../../src/facts/fact.ts";
import { pageMarkdown } from "../../src/markdown/page.ts";
import { fence, table } from "../../src/markdown/write.ts";
import { readPage } from "../../src/mdx/read-page.ts";

const FILE = "content/docs/kafka/consuming.mdx";
const FRONT = "---\ntitle: Consuming\n---\n\n{/* Brief. Not for readers. */}\n\n";

const lag: Fact = {
  file: "content/facts/consumer.yaml",
  line: 1,
  column: 1,
  id: "consumer.max.poll.records",
  system: "kafka",
  group: { of: "consumer", holds: "Kafka 4.3.1" },
  of: "consumer",
  holds: "Kafka 4.3.1",
  setting: "max.poll.records",
  says: "A poll returns at most so many records.",
  value: "500",
  shown: "500\u00a0records",
  isCode: false,
  since: undefined,
  citation: {
    source: { id: "k", title: "Consumer configs", publisher: "Apache", url: "https://k.example/" },
    url: "https://k.example/#max",
  },
  proof: { sample: "java/read-defaults", key: "max.poll.records", isLine: false },
  rung: "executed",
};

function block(line: number, more: Partial<CheckedBlock>): CheckedBlock {
  return {
    page: FILE,
    line,
    column: 1,
    language: "ts",
    title: "",
    preface: undefined,
    code: "",
    notes: [],
    errors: [],
    sample: undefined,
    hues: {},
    unproven: undefined,
    receipt: undefined,
    ...more,
  };
}

function show(body: string, blocks: readonly CheckedBlock[] = []): string {
  const source = FRONT + body;
  return pageMarkdown(
    source,
    readPage(FILE, source),
    {
      title: "Consuming",
      lead: "A group divides partitions.",
      path: "/kafka/consuming/",
      versions: ["Kafka 4.4"],
      changed: "2026-11-30",
    },
    {
      blocks: new Map([[FILE, blocks]]),
      components: new Map(),
      facts: { facts: new Map([[lag.id, lag]]), sources: new Map(), homes: new Map() },
    },
    "https://wal.example",
  );
}

describe("a page as Markdown", () => {
  test("begins with its title and answer, and leaves out what is for authors", () => {
    expect(show("Words.\n")).toBe(
      "# Consuming\n\nA group divides partitions.\n\nPage: https://wal.example/kafka/consuming/ · Kafka 4.4 · changed 2026-11-30\n\nWords.\n",
    );
  });

  test("keeps the author's Markdown, with links that lead there from anywhere", () => {
    const text = "A [*group*](/kafka/the-log/#groups), [there](https://k.example/) and `[x](/y/)`.";
    expect(show(`${text}\n`)).toContain(
      "A [*group*](https://wal.example/kafka/the-log/#groups), [there](https://k.example/) and `[x](/y/)`.",
    );
  });

  test("has the value of a fact in its sentence, and its source at the end", () => {
    const text = show(
      '| a | b |\n| --- | --- |\n| x | <Fact id="consumer.max.poll.records" /> |\n',
    );
    expect(text).toContain("| x | 500 records |");
    expect(text).toContain(
      "- `max.poll.records`: A poll returns at most so many records. Consumer, Kafka 4.3.1. [Consumer configs](https://k.example/#max), [a run](https://wal.example/samples/java/read-defaults/)",
    );
  });

  test("has the code of a sample with everything that it needs, and its notes below", () => {
    const sample = block(7, {
      title: "kafka/loop.ts",
      sample: {
        id: "kafka/loop",
        path: "kafka/loop.ts",
        whole: false,
        others: 0,
        hasProject: true,
      },
      preface: { code: 'import { a } from "a";', imports: 1, declarations: 0 },
      code: "a();\n  await b();",
      notes: [
        {
          line: 2,
          words: [
            { text: "Waits for ", code: false },
            { text: "b", code: true },
          ],
        },
      ],
    });
    const text = show('<Sample file="loop.ts" region="r">\n\n- `await b()`: x\n\n</Sample>\n', [
      sample,
    ]);
    expect(text).toContain(
      '[kafka/loop.ts](https://wal.example/samples/kafka/loop.ts), an excerpt:\n\n```ts\nimport { a } from "a";\n\na();\n  await b();\n```\n\n- `await b();`: Waits for `b`\n',
    );
    expect(text).not.toContain("Sample");
  });

  test("has no tags: elements around words are the words, a literal is its text", () => {
    expect(show('A <Wire>gRPC stream</Wire>, {"{"}.\n')).toContain("A gRPC stream, {.");
    expect(show("<Doors>\n\n- [Decide](/decide/)\n\n</Doors>\n")).toContain(
      "\n\n- [Decide](https://wal.example/decide/)\n",
    );
  });

  test("describes a drawing in words", () => {
    const drawing = `<Assignment topic="t" group="g" partitions={1} members={[{ name: "a", has: [0] }]} caption="Drawn. One." />\n`;
    expect(show(drawing)).toContain(
      "Topic t, 1 partition. Group g, 1 member. a reads partition 0.",
    );
  });
});

test("a fence is longer than those in its text, and a cell has no bar and no break", () => {
  expect(fence("```\nx\n```", "md")).toBe("````md\n```\nx\n```\n````");
  expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n| --- |\n| x \\| y z |");
});
