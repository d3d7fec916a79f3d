import { describe, expect, test } from "vitest";
import { renderBlock } from "../../src/code/block-tree.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import type { CheckedBlock } from "../../src/check/index.ts";
import { makeReceipt } from "../receipts/receipts.ts";
import { nastyCode } from "./nasty-code.ts";
import { codeTexts } from "./text-of-html.ts";

const block: CheckedBlock = {
  page: "content/docs/page.mdx",
  line: 1,
  column: 1,
  language: "ts",
  title: "",
  preface: undefined,
  code: "const one = 1;",
  notes: [],
  errors: [],
  sample: undefined,
  hues: {},
  unproven: undefined,
  receipt: undefined,
};
const excerpt: CheckedBlock = {
  ...block,
  title: "kafka/loop.ts",
  sample: {
    ...{ id: "kafka/loop", path: "kafka/loop.ts", whole: false },
    ...{ others: 10, hasProject: true },
  },
};

describe("the text of a block", () => {
  test("is its code, character by character", async () => {
    for (const language of ["ts", "proto", "sh", "text"] as const) {
      const html = await renderBlock({ ...block, language, code: nastyCode });
      expect(codeTexts(html, "code-lines")).toEqual([nastyCode]);
    }
  });

  test("is escaped: no element of its own", async () => {
    const code = "const x = '<script>1</script><img onerror=a>';";
    const html = await renderBlock({ ...block, title: "<b>&", code });
    expect(html).not.toMatch(/<(?:script|img|b)\b/);
  });

  test("has its folded part above it, character by character too", async () => {
    const preface = { code: nastyCode, imports: 1, declarations: 2 };
    const html = await renderBlock({ ...excerpt, preface });
    expect(codeTexts(html, "code-preface")).toEqual([nastyCode]);
    expect(html.indexOf("code-preface")).toBeLessThan(html.indexOf("code-lines"));
  });

  test.each([
    [1, 0, "1 import"],
    [4, 0, "4 imports"],
    [0, 1, "1 declaration"],
    [2, 3, "2 imports, 3 declarations"],
    [0, 0, "header"],
  ])(
    "folded away as %i imports and %i declarations, says %s",
    async (imports, declarations, words) => {
      const preface = { code: "import a;", imports, declarations };
      const html = await renderBlock({ ...excerpt, preface });
      expect(html).toContain(`<summary>${words}</summary>`);
    },
  );

  test("has nothing folded where nothing is needed", async () => {
    expect(await renderBlock(excerpt)).not.toContain("<details");
  });
});

test("a block brings no style of its own, so the strictest policy shows it", async () => {
  const html = await renderBlock({ ...excerpt, code: nastyCode });
  expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
});

describe("a line", () => {
  test("carries its indent, up to the deepest one, so that it can wrap under itself", async () => {
    const html = await renderBlock({ ...block, code: `a\n    b\n${" ".repeat(40)}c` });
    expect([...html.matchAll(/class="line ?([^"]*)"/g)].map(([, rest]) => rest)).toEqual([
      "",
      "i4",
      "i16",
    ]);
  });

  test("is marked, and has its note beside it, in words and code", async () => {
    const words = [
      { text: "ends with ", code: false },
      { text: "<OK>", code: true },
    ];
    const html = await renderBlock({ ...block, code: "a\nb\nc", notes: [{ line: 2, words }] });
    expect(html).toContain(
      '<span class="line focus">b\n<span class="code-note">ends with <code>&#x3C;OK></code></span></span>',
    );
    expect(html.match(/focus/g)).toHaveLength(1);
  });
});

describe("below a block", () => {
  test("stands the compiler's message, where it is wrong on purpose", async () => {
    const errors = [{ code: "TS2345", message: "Argument of type 'Promise<number>' …" }];
    const html = await renderBlock({ ...block, errors });
    expect(html).toContain("<b>error TS2345: </b>Argument of type 'Promise&#x3C;number>' …</p>");
  });

  test("stands why it was not run, where it was not", async () => {
    const html = await renderBlock({ ...block, language: "sh", unproven: "it installs" });
    expect(html).toContain("Not run: it installs</p>");
  });
});

describe("what ran, below a block,", () => {
  const ran = (
    programs: Receipt["compared"]["runs"][number]["programs"],
    counts: Readonly<Record<string, number>> = {},
  ) => renderBlock({ ...excerpt, receipt: makeReceipt([{ programs, counts }]) });
  const program = { name: "loop.ts", command: "node loop.ts", output: ["<one>", "two"], exit: 0 };

  test("is the command and its output, and the line that says when", async () => {
    const html = await ran([program]);
    expect(html).toMatch(/^<figure class="code ran"/);
    expect(html).toContain("<kbd>$ node loop.ts\n</kbd><samp>&#x3C;one>\ntwo</samp>");
    expect(html).toContain("<summary>Ran 3 Sep 2026 · Node 24.21 · grpc-js 1.14.7</summary>");
    expect(html).toContain('<a href="/receipts/delivery/push.json">');
    expect(html).not.toMatch(/exit|ended by/);
  });

  test("is no part of what is copied", async () => {
    const html = await ran([program]);
    const copied = [...codeTexts(html, "code-preface"), ...codeTexts(html, "code-lines")];
    expect(copied).toEqual([excerpt.code]);
  });

  test("says how a program ended, where that was not well", async () => {
    expect(await ran([{ ...program, exit: 3 }])).toContain("<p>exit 3</p>");
    expect(await ran([{ ...program, exit: "SIGKILL" }])).toContain("<p>ended by SIGKILL</p>");
  });

  test("is cut after 24 lines, the rest folded, and none lost", async () => {
    const output = Array.from({ length: 26 }, (_, index) => `line ${index + 1}`);
    expect(await ran([{ ...program, output: output.slice(0, 24) }])).not.toContain("more line");
    expect(await ran([{ ...program, output: output.slice(0, 25) }])).toContain("1 more line<");
    const html = await ran([{ ...program, output }]);
    expect(html).toContain("<summary>2 more lines</summary>");
    const shown = [...html.matchAll(/<samp>([^<]*)<\/samp>/g)].map(([, text = ""]) => text);
    expect(shown.map((text) => text.split("\n").length)).toEqual([24, 2]);
    expect(shown.join("\n")).toBe(output.join("\n"));
  });

  test("has a link to the record where it would weigh more than its page", async () => {
    const output = Array.from({ length: 400 }, (_, index) => `line ${index + 1}`);
    const html = await ran([{ ...program, output }]);
    expect(html).toContain('<a href="/receipts/delivery/push.json">376 more lines, in the record<');
    expect(html).not.toContain("line 25");
  });

  test("is counted, with bold ink for what failed alone", async () => {
    const html = await ran([program], { sent: 1000, lost: 2 });
    expect(html).toContain(" — 1,000\u00a0sent, <b>2\u00a0lost</b></summary>");
    expect(html.match(/<b>/g)).toHaveLength(1);
  });

  test("is not there where nothing ran", async () => {
    expect(await renderBlock(excerpt)).not.toMatch(/output|verification|ran/);
  });
});

describe("above a block", () => {
  test("of a fence stands no link, and copies what is shown", async () => {
    const html = await renderBlock(block);
    expect(html).not.toContain("<a ");
    expect(html.match(/<copy-code/g)).toHaveLength(1);
  });

  test("of an excerpt stand the way to the whole file and a copy of it", async () => {
    const html = await renderBlock(excerpt);
    expect(html).toContain('data-sample="kafka/loop"');
    expect(html).toContain('<a href="/samples/kafka/loop/">whole file</a>');
    expect(html).toContain('<a href="/samples/kafka/loop/#get-project">get project</a>');
    expect(html).toContain(
      '<copy-code src="/samples/kafka/loop.ts"><button type="button">copy file (needs 10 more)<',
    );
    expect(html.match(/<copy-code/g)).toHaveLength(2);
  });

  test("of a sample with a twin stands a link to it, on its own page without a switch", async () => {
    const twins = [{ client: "KafkaJS", id: "kafka/loop-kafkajs" }];
    const link = '<a href="/samples/kafka/loop-kafkajs/">KafkaJS</a>';
    expect(await renderBlock({ ...excerpt, twins })).toContain(
      `<client-switch>${link}</client-switch><a href="/samples/kafka/loop/">`,
    );
    const own = await renderBlock({ ...excerpt, twins }, { onOwnPage: true });
    expect(own).toContain(link);
    expect(own).not.toContain("client-switch");
  });

  test("of a whole file stands no second copy, and on its own page the raw file", async () => {
    const sample = { id: "a", path: "a.ts", whole: true, others: 0, hasProject: false };
    const whole = { ...excerpt, sample };
    expect((await renderBlock(whole)).match(/<copy-code/g)).toHaveLength(1);
    const own = await renderBlock(whole, { onOwnPage: true });
    expect(own).toContain('<a href="/samples/a.ts">raw</a>');
    expect(own).not.toContain("whole file");
    expect(own).not.toContain("get project");
  });
});
