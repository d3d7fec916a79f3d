import { expect, test } from "vitest";
import { pickSheets } from "../../src/styles/pick-sheets.ts";

const sheets = [
  { css: "core", on: [] },
  { css: "tables", on: ["table"] },
  { css: "plate", on: [".plate"] },
  { css: "facts", on: [".facts", "fact-filter"] },
];
const picked = (html: string): string[] => pickSheets(sheets, html).map(({ css }) => css);

test("a page without any of their names carries only the sheet of every page", () => {
  expect(picked("<p>words</p>")).toEqual(["core"]);
});

test("an element or a class brings its sheet, in the order of the list", () => {
  expect(picked(`<figure class="wide plate"><table role="table"></table></figure>`)).toEqual([
    "core",
    "tables",
    "plate",
  ]);
  expect(picked("<fact-filter></fact-filter>")).toEqual(["core", "facts"]);
});

test("a longer name, an attribute's value and an escaped tag bring nothing", () => {
  expect(
    picked(`<p class="plate-run tables" id="plate" title="a table">&lt;table&gt;</p>`),
  ).toEqual(["core"]);
});
