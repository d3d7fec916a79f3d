import { expect, test } from "vitest";
import { readComplaints, readNames } from "../../src/search/read-names.ts";

const row = (complaint: string, cause: string): string =>
  `<tr><th role="rowheader" scope="row">${complaint}</th><td>${cause}</td></tr>`;
const html = `<h2 id="complaints">Complaints</h2><table>${[
  row(
    "my stream <em>ends</em> after 60 s",
    'See <a href="/glossary/#proxy">proxy</a>, <a href="/proxies/#time-outs">time-outs</a>.',
  ),
  row("lag is always 1", 'Commit <a href="/samples/symptoms/commit-offset/#run">the next</a>.'),
  row("a call never ends", 'No <a href="/dead-peer/#deadline">deadline</a> was set.'),
].join("")}</table>`;

test("a complaint is asked of the section that its row links to, and of no term or sample", () => {
  expect(readComplaints(html)).toEqual([
    { url: "/proxies/#time-outs", asks: "my stream ends after 60 s" },
    { url: "/dead-peer/#deadline", asks: "a call never ends" },
  ]);
});

test("a section names the first cells of its table", () => {
  expect(readNames(html).get("complaints")).toEqual([
    "my stream ends after 60 s",
    "lag is always 1",
    "a call never ends",
  ]);
});
