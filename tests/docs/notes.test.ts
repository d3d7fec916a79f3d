import { describe, expect, test } from "vitest";
import { notes } from "../../src/docs/notes.ts";
import type { Fact, ShownFacts } from "../../src/facts/fact.ts";
import { renderMdx } from "./render-mdx.ts";

const source = {
  id: "configs",
  title: "Producer configs",
  publisher: "Apache Kafka",
  url: "https://k.org/p/",
};
const linger: Fact = {
  id: "producer.linger.ms",
  system: "kafka",
  group: { of: "Java producer", holds: "Kafka 4.3.1" },
  of: "Java producer",
  holds: "Kafka 4.3.1",
  setting: "linger.ms",
  says: "It waits.",
  value: "5",
  shown: "5\u00a0ms",
  isCode: false,
  since: "4.0; 0 before",
  citation: { source, url: "https://k.org/p/#linger" },
  proof: { sample: "java/read-defaults", key: "producer linger.ms", isLine: false },
  rung: "executed",
  file: "content/facts/producer.yaml",
  line: 5,
  column: 3,
};
const acks: Fact = { ...linger, id: "producer.acks", shown: "all", isCode: true };
const book: ShownFacts = {
  facts: new Map([linger, acks].map((fact) => [fact.id, fact])),
  homes: new Map([["producer", "/defaults/kafka-clients/"]]),
  sources: new Map([
    ["configs", { ...source, file: "content/facts/sources.yaml", line: 1, column: 1 }],
  ]),
};

const render = (source: string): Promise<string> =>
  renderMdx(source, { mdastPlugins: [notes(() => Promise.resolve(book))] });

describe("notes", () => {
  test("a reference becomes a number and its note follows the block that refers to it", async () => {
    const html = await render(
      "It opens one.[^a] Really.\n\nNext.\n\n[^a]: **Reconnecting.** By itself.\n",
    );
    expect(html).toBe(
      '<div class="noted"><p>It opens one.<sup><a href="#note-1" id="ref-1" aria-label="Note 1">1</a></sup> Really.</p>' +
        '<div class="notes"><aside class="note" id="note-1" role="note"><p><a href="#ref-1" class="note-number" aria-label="Back to reference 1">1</a>' +
        "<strong>Reconnecting</strong> By itself.</p></aside></div></div><p>Next.</p>",
    );
  });

  test("numbers follow the order of references, not of definitions", async () => {
    const html = await render("One.[^b]\n\nTwo.[^a]\n\n[^a]: A\n\n[^b]: B\n");
    expect(html).toMatch(/id="note-1".*B<\/p>.*id="note-2".*A<\/p>/);
  });

  test("a note that two sentences refer to stands once, and ids stay unique", async () => {
    const html = await render("One.[^a]\n\nTwo.[^a]\n\n[^a]: A\n");
    expect(html.match(/<aside/g)).toHaveLength(1);
    expect(html.match(/id="ref-1"/g)).toHaveLength(1);
    expect(html.match(/href="#note-1"/g)).toHaveLength(2);
  });

  test("a note keeps its links, code and further paragraphs", async () => {
    const html = await render("One.[^a]\n\n[^a]: **T.** `x{y}` [l](https://a.b)\n\n    Second.\n");
    expect(html).toContain(
      '<code>x{y}</code> <a href="https://a.b">l</a></p><p>Second.</p></aside>',
    );
  });

  test("a reference inside a list marks the whole list", async () => {
    expect(await render("- x[^a]\n- y\n\n[^a]: A\n")).toMatch(
      /^<div class="noted"><ul>.*<\/ul><div class="notes">/,
    );
  });

  test("a fact becomes its value, and its paragraph ends with the mark", async () => {
    expect(await render('Up to <Fact id="producer.linger.ms" />, then it goes.\n')).toBe(
      '<div class="noted"><p>Up to 5\u00a0ms, then it goes.<sup><a href="#note-1" id="ref-1" aria-label="Note 1">1</a></sup></p>' +
        '<div class="notes"><aside class="note" id="note-1" role="note"><p><a href="#ref-1" class="note-number" aria-label="Back to reference 1">1</a>' +
        "<strong><code>linger.ms</code></strong> It waits. Java producer, Kafka 4.3.1; since 4.0; 0 before. " +
        '<a href="https://k.org/p/#linger">Producer configs</a>, <a href="/samples/java/read-defaults/">a run</a></p></aside></div></div>',
    );
  });

  test("several facts of a paragraph share its mark, also that of a note of its own", async () => {
    const two = await render('<Fact id="producer.acks" /> and <Fact id="producer.linger.ms" />.\n');
    expect(two.match(/<sup>/g)).toHaveLength(1);
    expect(two).toContain("<p><code>all</code> and 5\u00a0ms.<sup>");
    expect(two.match(/It waits/g)).toHaveLength(2);
    const own = await render(
      'It.[^a] Then <Fact id="producer.linger.ms" />.\n\n[^a]: **T.** Words.\n',
    );
    expect(own.match(/<sup>/g)).toHaveLength(1);
    expect(own).toMatch(/Words\.<\/p><p><strong><code>linger\.ms/);
  });

  test("a fact is noted where a page first shows it, and numbers go on", async () => {
    const html = await render(
      'One <Fact id="producer.acks" />.\n\nAgain <Fact id="producer.acks" />.\n\nTwo.[^a]\n\n[^a]: A\n',
    );
    expect(html).toContain("<p>Again <code>all</code>.</p>");
    expect(html).toMatch(/id="note-1".*id="note-2"/);
    expect(html.match(/<aside/g)).toHaveLength(2);
  });

  test("in a table a value is the link to its record, and has no mark", async () => {
    const html = await render(
      '| What | Value |\n| --- | --- |\n| linger | <Fact id="producer.linger.ms" /> |\n',
    );
    expect(html).toContain(
      '<td><a href="/defaults/kafka-clients/#producer.linger.ms">5\u00a0ms</a></td>',
    );
    expect(html).not.toContain("<sup>");
  });

  test("in a note a fact is only its value, and a citation the name of its source", async () => {
    const html = await render(
      'It.[^a]\n\n[^a]: **T.** At <Fact id="producer.linger.ms" />. <Cite source="configs#x" section="linger" />\n',
    );
    expect(html).toContain(
      'At 5\u00a0ms. <a href="https://k.org/p/#x">Producer configs, linger</a>, Apache Kafka</p>',
    );
  });
});
