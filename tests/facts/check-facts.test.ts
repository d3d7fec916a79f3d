import { describe, expect, test } from "vitest";
import { checkFactsOf, PRODUCER, runsOf, SOURCES } from "./facts-site.ts";

const good = {
  "content/facts/sources.yaml": SOURCES,
  "content/facts/producer.yaml": PRODUCER,
  "content/docs/defaults/kafka.mdx": '<Facts group="producer" />\n',
};
const table = "content/docs/defaults/kafka.mdx";
const page = "content/docs/page.mdx";

describe("facts", () => {
  test("a record becomes a fact, with the words of its value and its rung", async () => {
    const { book, said } = await checkFactsOf(good);
    expect(said).toEqual([]);
    expect(book.facts.get("producer.linger.ms")).toMatchObject({
      shown: "5\u00a0ms",
      rung: "executed",
      citation: { url: "https://kafka.apache.org/43/design/#linger" },
      proof: { sample: "java/read-defaults", key: "producer linger.ms", isLine: false },
      file: "content/facts/producer.yaml",
      line: 5,
    });
    expect(book.homes.get("producer")).toBe("/defaults/kafka/");
    expect(book.facts.get("producer.window")).toMatchObject({
      shown: "65,535\u00a0bytes",
      rung: "cited",
    });
  });

  test("a site without facts has none", async () => {
    expect((await checkFactsOf({})).book.facts.size).toBe(0);
  });

  test.each([
    [
      "a value that a run contradicts, with the pages that show it",
      {
        "content/facts/producer.yaml": PRODUCER.replace("value: 5", "value: 0"),
        [page]: 'Up to <Fact id="producer.linger.ms" />.\n',
      },
      "fact-differs  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" has the value 0; java/read-defaults says producer linger.ms = 5.\n' +
        "  Shown at content/docs/page.mdx:1:7.",
    ],
    [
      "a proof that nothing prints",
      {
        "content/facts/producer.yaml": PRODUCER.replace("producer linger.ms", "producer lingr.ms"),
      },
      "unknown-proof  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" is proven by "producer lingr.ms", which java/read-defaults neither prints nor counts. Did you mean "producer linger.ms"?',
    ],
    [
      "a proof by a sample that was not run",
      {
        "content/facts/producer.yaml": PRODUCER.replace("java/read-defaults", "java/read-default"),
      },
      "unknown-proof  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" is proven by "java/read-default". There is no sample "java/read-default". Did you mean "java/read-defaults"?',
    ],
    [
      "a line that says another value",
      {
        "content/facts/producer.yaml": PRODUCER.replace(
          "source: rfc-9113",
          "source: rfc-9113\n    proof: 'java/read-defaults \"the window is 65,535 bytes\"'",
        ).replace("value: 65535", "value: 65536"),
      },
      "fact-differs  content/facts/producer.yaml:12:3\n" +
        '  The fact "producer.window" has the value 65536; the line that proves it says "the window is 65,535 bytes".',
    ],
    [
      "a fact that nothing proves",
      {
        "content/facts/producer.yaml": PRODUCER.replace("    source: rfc-9113\n", ""),
        [page]: '<Cite source="rfc-9113" /> says it.\n',
      },
      "unproven-fact  content/facts/producer.yaml:12:3\n" +
        '  Nothing proves the fact "producer.window".\n' +
        '  Type "source: <id of a source>#<anchor>", or "proof: <id of a sample> <key of a line>". An opinion says so: "source: ours".',
    ],
    [
      "a fact of an older version than runs here",
      {
        "content/facts/producer.yaml": PRODUCER.replace(
          "unit: ms",
          "unit: ms\n    holds: Kafka 4.2.0",
        ),
      },
      "old-fact  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" holds for Kafka 4.2.0; this site runs 4.4.0. Check it again, then type the new version.',
    ],
    [
      "a fact that no page shows",
      { [table]: 'Up to <Fact id="producer.linger.ms" />.\n' },
      "unshown-fact  content/facts/producer.yaml:12:3\n" +
        '  No page shows the fact "producer.window". Type <Facts group="producer" /> on a page of content/docs/defaults.',
    ],
    [
      "a table of a file that is none",
      { [page]: '<Facts group="producr" />\n' },
      "unknown-fact  content/docs/page.mdx:1:1\n" +
        '  No file of facts is "producr.yaml". Did you mean "producer"?',
    ],
    [
      "a source that nothing cites",
      { "content/facts/producer.yaml": PRODUCER.replace("rfc-9113", "design") },
      "dead-source  content/facts/sources.yaml:2:1\n" +
        '  Nothing cites the source "rfc-9113". Cite it, or take it out.',
    ],
    [
      "a source that is not there",
      {
        "content/facts/producer.yaml": PRODUCER.replace("design#linger", "desing#linger"),
        [page]: '<Cite source="design" /> says it.\n',
      },
      "unknown-source  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" cites "desing", which is no source. Did you mean "design"?\n' +
        "  Sources are in content/facts/sources.yaml.",
    ],
    [
      "a record with a field that is none",
      { "content/facts/producer.yaml": PRODUCER.replace("    unit: ms", "    units: ms") },
      "bad-fact  content/facts/producer.yaml:9:5\n" +
        '  The fact "producer.linger.ms" is not written as it should be.\n' +
        '  record: Unrecognized key: "units"',
    ],
    [
      "an id on a page that no record has",
      { [page]: 'Up to\n<Fact id="producer.linger" /> of it.\n' },
      "unknown-fact  content/docs/page.mdx:2:1\n" +
        '  No record has the id "producer.linger". Did you mean "producer.linger.ms"? See content/facts.',
    ],
    [
      "a fact that stands in no sentence",
      { [page]: '## It is <Fact id="producer.linger.ms" />\n' },
      "lone-fact  content/docs/page.mdx:1:10\n" +
        '  The fact "producer.linger.ms" stands in no paragraph and no cell, so nothing can say where it is from. Put it into a sentence.',
    ],
    [
      "a value behind an entity and an escape, in a list, at its own column",
      { [page]: "- One\n- A &amp; B \\* wait\n  for 7 ms.\n" },
      "loose-value  content/docs/page.mdx:3:7\n" +
        '  Nothing on this page proves "7 ms". If it is a default, a limit, a version or measured, type <Fact id="…" />;\n' +
        "  if a recorded run says it, link the sample; if it belongs to the example, it stands in content/story.yaml.",
    ],
    [
      "a source on a page that is none",
      { [page]: 'See <Cite source="rfc-9114#s" /> there.\n' },
      "unknown-source  content/docs/page.mdx:1:5\n" +
        '  "rfc-9114" is no source. Did you mean "rfc-9113"? See content/facts.',
    ],
    [
      "a value in prose that rests on nothing",
      { [page]: "A producer waits 7 ms.\n" },
      "loose-value  content/docs/page.mdx:1:18\n" +
        '  Nothing on this page proves "7 ms". If it is a default, a limit, a version or measured, type <Fact id="…" />;\n' +
        "  if a recorded run says it, link the sample; if it belongs to the example, it stands in content/story.yaml.",
    ],
    [
      "a value in the lead",
      { [page]: "---\ntitle: T\nlead: It waits 7 ms.\n---\n\nText.\n" },
      "loose-value  content/docs/page.mdx:3:16\n" +
        '  Nothing on this page proves "7 ms". If it is a default, a limit, a version or measured, type <Fact id="…" />;\n' +
        "  if a recorded run says it, link the sample; if it belongs to the example, it stands in content/story.yaml.",
    ],
    [
      "a value on a later line of its paragraph, at that line",
      { [page]: "A producer\nwaits\nfor 7 ms.\n" },
      "loose-value  content/docs/page.mdx:3:5\n" +
        '  Nothing on this page proves "7 ms". If it is a default, a limit, a version or measured, type <Fact id="…" />;\n' +
        "  if a recorded run says it, link the sample; if it belongs to the example, it stands in content/story.yaml.",
    ],
    [
      "a setting that nobody has",
      { [page]: "Set `linger.sm=20` there.\n" },
      "unknown-setting  content/docs/page.mdx:1:5\n" +
        '  No fact, no reading and no sample of this page has a setting "linger.sm". Did you mean "linger.ms"?',
    ],
  ])("finds %s", async (_, change, expected) => {
    const { said } = await checkFactsOf({ ...good, ...change });
    expect(
      said.filter((it) => !it.startsWith("dead-source") || expected.startsWith("dead")),
    ).toEqual([expected]);
  });

  test("a run that was made just now counts instead of the one on record", async () => {
    const { said } = await checkFactsOf(
      good,
      runsOf("java/read-defaults", ["producer linger.ms = 0"]),
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("java/read-defaults says producer linger.ms = 0.");
  });

  test("a count of a scenario proves like a line", async () => {
    const { said } = await checkFactsOf(
      good,
      runsOf("java/read-defaults", [], { "producer linger.ms": 5 }),
    );
    expect(said).toEqual([]);
  });

  test("a proof that says two things is none", async () => {
    const both = runsOf("java/read-defaults", ["producer linger.ms = 5", "producer linger.ms = 0"]);
    const { said } = await checkFactsOf(good, both);
    expect(said).toEqual([
      "ambiguous-proof  content/facts/producer.yaml:5:3\n" +
        '  The fact "producer.linger.ms" is proven by "producer linger.ms", which is 5 and 0 in runs of java/read-defaults. Prove it by a whole line.',
    ]);
  });

  test("a source that stands in two files is an error", async () => {
    const { said } = await checkFactsOf({ ...good, "content/facts/sources-x.yaml": SOURCES });
    expect(said.map((it) => it.split("  ")[0])).toContain("duplicate-source");
  });

  test("values of the example are free, and so is what a fact on the page says", async () => {
    const { said } = await checkFactsOf({
      ...good,
      "content/story.yaml": "- back after 2 s\n",
      [page]:
        'It is back after 2 s. <Fact id="producer.window" /> are 65,535 bytes, three of four.\n',
    });
    expect(said).toEqual([]);
  });
});
