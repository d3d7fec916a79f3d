import { expect, test } from "vitest";
import { finishPage } from "../../src/finish-page.ts";

test("what the index was told is gone, what a reader or a script uses stays", () => {
  expect(
    finishPage(
      `<main id="main" data-pagefind-body data-title="a > b" data-pagefind-meta="title[data-title]">` +
        `<figure data-sample="kafka/a" data-pagefind-weight="0.1">data-kind="page"</figure></main>`,
    ),
  ).toBe(`<main id="main"><figure data-sample="kafka/a">data-kind="page"</figure></main>`);
});

test("white space goes at the edges of blocks, and stays between words", () => {
  expect(
    finishPage(
      `<ul> <li> <a href="/">one</a> <b>two</b> </li>\n<li>three </li> </ul> <p>\nfour </p>`,
    ),
  ).toBe(`<ul><li><a href="/">one</a> <b>two</b></li><li>three</li></ul><p>four</p>`);
  expect(finishPage(`<p>a <code>b</code> <em>c</em></p>`)).toBe(
    `<p>a <code>b</code> <em>c</em></p>`,
  );
});

test("code and its output are what they were, also where they look like markup", () => {
  const code = `<pre><code><span class="line">  if (a > b) {\n</span><span class="line i2">  &#x3C;p> x &#x3C;/p>\n</span></code></pre>`;
  expect(finishPage(code)).toBe(code);
  const output = `<pre><kbd>$ node a.ts\n</kbd><samp>  one\n\n  two</samp></pre>`;
  expect(finishPage(output)).toBe(output);
});

test("an attribute that has a bracket is no end of a tag", () => {
  expect(finishPage(`<svg aria-label="a > b"> <text x="1"> c </text> </svg>`)).toBe(
    `<svg aria-label="a > b"><text x="1">c</text></svg>`,
  );
});
