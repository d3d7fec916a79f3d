import { expect, test } from "vitest";
import { chooseTests, PROJECTS } from "../../src/commands/test/choose-tests.ts";
import { makeFolder } from "./temporary-folder.ts";

const files = ["report/place", "sites/projects", "browser/copy", "search/query"];
const choose = (...options: string[]) =>
  chooseTests(
    makeFolder(Object.fromEntries(files.map((file) => [`tests/${file}.test.ts`, ""]))),
    options,
  );

test.each([[["tests/report"]], [["place", "-t", "browser"]], [["tests/search/query.test.ts:12"]]])(
  "%j needs no site",
  (options) => {
    expect(choose(...options)).toEqual({
      projects: PROJECTS,
      isSiteNeeded: false,
      isBrowserNeeded: false,
    });
  },
);

test.each([["tests/browser"], ["copy"], ["tests/"], ["--project=browser"]])(
  "%s needs the site and a browser",
  (option) => {
    expect(choose(option)).toMatchObject({ isSiteNeeded: true, isBrowserNeeded: true });
  },
);

test("the tests of the built site need no browser", () => {
  expect(choose("sites")).toMatchObject({ isSiteNeeded: true, isBrowserNeeded: false });
});

test("a project that is named is left to Vitest", () => {
  for (const options of [["--project", "unit"], ["--project=unit"]]) {
    expect(choose(...options)).toEqual({
      projects: [],
      isSiteNeeded: false,
      isBrowserNeeded: false,
    });
  }
});
