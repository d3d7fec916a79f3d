import { describe, expect, test } from "vitest";
import { tables } from "../../src/docs/tables.ts";
import { renderMdx } from "./render-mdx.ts";

const render = (source: string): Promise<string> => renderMdx(source, { hastPlugins: [tables] });

describe("tables", () => {
  test("every part has its role, and the first cell of a row is its header", async () => {
    const html = await render("| Run | Result |\n| --- | --- |\n| one | two |\n");
    expect(html).toBe(
      '<table role="table" class="wide"><thead role="rowgroup"><tr role="row">' +
        '<th role="columnheader" scope="col">Run</th><th role="columnheader" scope="col">Result</th></tr></thead>' +
        '<tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">one</th>' +
        '<td role="cell"><span class="cell-label" aria-hidden="true">Result</span>two</td></tr></tbody></table>',
    );
  });

  test("columns of numbers are aligned by a class, never by a style, and keep the width of text", async () => {
    const html = await render("| Run | lost |\n| --- | ---: |\n| one | **2** |\n");
    expect(html).toContain('<td class="number" role="cell">');
    expect(html).not.toContain("style");
    expect(html).not.toContain("wide");
  });

  test("columns about a system take its hue", async () => {
    const html = await render(
      "| Q | gRPC streaming | Kafka |\n| --- | --- | --- |\n| a | b | c |\n",
    );
    expect(html).toContain('<th class="wire" role="columnheader"');
    expect(html).toContain('<td class="log" role="cell">');
  });

  test("components and links in cells survive", async () => {
    const html = await render("| Q | A |\n| --- | --- |\n| a | [b](/c/) <b>d</b> `e{f}` |\n");
    expect(html).toContain('</span><a href="/c/">b</a> <b>d</b> <code>e{f}</code></td>');
  });
});
