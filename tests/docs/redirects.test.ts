import { describe, expect, test } from "vitest";
import { findRedirectedPages, parseRedirects } from "../../src/docs/redirects.ts";

describe("the list of redirects", () => {
  test("has an old and a new address a line, comments and empty lines between", () => {
    const { redirects, issues } = parseRedirects("# moved\n\n/old/ /new/\r\n/a/b-c/ /d/#heading\n");
    expect(issues).toEqual([]);
    expect(redirects).toEqual([
      { from: "/old/", to: "/new/", line: 3 },
      { from: "/a/b-c/", to: "/d/#heading", line: 4 },
    ]);
  });

  test.each([
    "/old /new/",
    "old/ /new/",
    "/old/ new/",
    "/old/",
    "/old/#part /new/",
    "/old/ /new/ 301",
    "/ /new/",
    "/old/ https://other.example/",
  ])("refuses %j, and says what to type", (line) => {
    const { redirects, issues } = parseRedirects(`\n${line}\n`);
    expect(redirects).toEqual([]);
    expect(issues).toMatchObject([{ slug: "bad-redirect", line: 2, column: 1 }]);
    expect(issues[0]?.message).toContain("/old/ /new/#heading");
  });

  test("leads an address to one place", () => {
    const { redirects, issues } = parseRedirects("/old/ /one/\n/old/ /two/\n");
    expect(redirects).toHaveLength(1);
    expect(issues).toMatchObject([{ slug: "bad-redirect", line: 2 }]);
  });

  test("takes no address from a page that stands", () => {
    const { redirects } = parseRedirects("/gone/ /kafka/\n/kafka/ /new/\n");
    expect(findRedirectedPages(redirects, ["/", "/kafka/", "/new/"])).toMatchObject([
      { slug: "redirected-page", file: "content/redirects.txt", line: 2 },
    ]);
  });
});
