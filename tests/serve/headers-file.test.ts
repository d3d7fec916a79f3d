import { expect, test } from "vitest";
import { headersFor, parseHeaders } from "../../src/serve/headers-file.ts";

const rules = parseHeaders(`# Comment
/*
  Cache-Control: max-age=0
  X-Link: a:b

/samples/*.ts
  # Comment
  Content-Type: text/plain

https://wireandlog.example/_astro/*
  ! Cache-Control
  cache-control: immutable
/both
  Cache-Control: no-store
/:section/only
\tX-Section: yes\r
`);

test("a rule is for the paths its pattern covers, a dot being a dot", () => {
  expect(headersFor(rules, "/a/b/")).toEqual({ "cache-control": "max-age=0", "x-link": "a:b" });
  expect(headersFor(rules, "/samples/x/y.ts")).toHaveProperty("content-type", "text/plain");
  expect(headersFor(rules, "/samples/x-ts")).not.toHaveProperty("content-type");
  expect(headersFor(rules, "/x/only")).toHaveProperty("x-section", "yes");
  expect(headersFor(rules, "/x/y/only")).not.toHaveProperty("x-section");
});

test("a name set twice has both values, unless the later rule takes the first away", () => {
  expect(headersFor(rules, "/both")).toHaveProperty("cache-control", "max-age=0, no-store");
  expect(headersFor(rules, "/_astro/a.js")).toHaveProperty("cache-control", "immutable");
});
