import { describe, expect, test } from "vitest";
import { buildContents } from "../../src/docs/contents.ts";
import { buildNavigationTree } from "../../src/docs/navigation-tree.ts";
import type { Section } from "../../src/docs/navigation.ts";
import { buildPageModel } from "../../src/docs/page-model.ts";
import type { PageInput } from "../../src/docs/page-input.ts";
import { pageSchema } from "../../src/docs/page-schema.ts";
import { buildSitemap } from "../../src/docs/sitemap.ts";

const navigation: Section[] = [
  { title: "Start", slug: "start", system: "both", pages: ["index"] },
  { title: "gRPC streaming", slug: "wire", system: "wire", pages: ["wire/server", "wire/client"] },
  { title: "Kafka", slug: "kafka", system: "log", pages: ["kafka/consuming"] },
];
const page = (slug: string, more: Partial<PageInput> = {}): PageInput => ({
  slug,
  file: `content/docs/${slug}.mdx`,
  title: `Title of ${slug}`,
  lead: "It is so. Mostly.",
  kind: "mechanism",
  system: "wire",
  versions: [],
  changed: "2026-11-22",
  ...more,
});
const pages = [
  page("kafka/consuming", { twin: "wire/server" }),
  page("wire/client"),
  page("wire/server", { twin: "kafka/consuming" }),
  page("index", { description: "For search." }),
];
const files: Record<string, string> = {
  "content/navigation.ts": 'pages: ["index"],\n  pages: ["wire/server", "wire/clinet"],\n',
};
const build = (changes: Partial<Parameters<typeof buildPageModel>[0]> = {}) =>
  buildPageModel({
    navigation,
    pages,
    site: "https://example.org",
    readFile: (file) => files[file] ?? "---\ntitle: x\ntwin: y\n---\n",
    ...changes,
  });

describe("the page model", () => {
  test("puts pages in the order of the navigation", () => {
    expect([...build().pages.keys()]).toEqual([
      "index",
      "wire/server",
      "wire/client",
      "kafka/consuming",
    ]);
  });

  test("leads from the last page of a section to the first of the next", () => {
    const client = build().pages.get("wire/client");
    expect(client?.previous).toEqual({ title: "Title of wire/server", path: "/wire/server/" });
    expect(client?.next).toEqual({ title: "Title of kafka/consuming", path: "/kafka/consuming/" });
    expect(build().pages.get("index")?.previous).toBeUndefined();
  });

  test("knows a page's place, address, crumbs and twin", () => {
    expect(build().pages.get("wire/client")).toMatchObject({
      place: { position: 2, total: 2 },
      canonical: "https://example.org/wire/client/",
      breadcrumbs: [
        { title: "gRPC streaming", path: "/wire/server/" },
        { title: "Title of wire/client", path: "/wire/client/" },
      ],
    });
    expect(build().pages.get("kafka/consuming")?.twinPage?.path).toBe("/wire/server/");
  });

  test("summarises a page by its description, else by its lead", () => {
    expect(build().pages.get("index")?.summary).toBe("For search.");
    expect(build().pages.get("wire/client")?.summary).toBe("It is so. Mostly.");
  });

  test("finds nothing wrong with a sound site", () => {
    expect(build().issues).toEqual([]);
  });

  test("reports a name without a page where it is written, and the page without a name", () => {
    const [start, wire, kafka] = navigation;
    if (!start || !wire || !kafka) throw new Error("unreachable");
    const { issues } = build({
      navigation: [start, { ...wire, pages: ["wire/server", "wire/clinet"] }, kafka],
    });
    expect(issues).toMatchObject([
      { slug: "page-not-in-navigation", file: "content/docs/wire/client.mdx", line: 2, column: 1 },
      { slug: "unknown-page", file: "content/navigation.ts", line: 2, column: 26 },
    ]);
    expect(issues[1]?.message).toContain(
      'There is no page "wire/clinet". Did you mean "wire/client"?',
    );
  });

  test("reports a page that is listed twice", () => {
    const { issues } = build({
      navigation: [...navigation, { title: "X", slug: "x", system: "both", pages: ["index"] }],
    });
    expect(issues).toMatchObject([{ slug: "page-listed-twice" }]);
  });

  test("reports a twin that does not exist, or does not answer", () => {
    const lonely = [
      ...pages.slice(0, 2),
      page("wire/server"),
      page("index", { twin: "wire/serve" }),
    ];
    expect(build({ pages: lonely }).issues).toMatchObject([
      {
        slug: "unknown-twin",
        line: 3,
        message: expect.stringContaining('Did you mean "wire/server"?'),
      },
      {
        slug: "twin-not-mutual",
        message: expect.stringContaining("Write there: twin: kafka/consuming"),
      },
    ]);
  });
});

describe("the navigation of a page", () => {
  test("lists the pages of its own section and only doors to the others", () => {
    const tree = buildNavigationTree(build(), "wire/client");
    expect(tree.map(({ path, pages: shown }) => [path, shown.length])).toEqual([
      ["/", 0],
      ["/wire/server/", 2],
      ["/kafka/consuming/", 0],
    ]);
    expect(tree[1]?.pages[1]).toMatchObject({ title: "Title of wire/client", isCurrent: true });
  });
});

describe("contents", () => {
  test("nest h3 below h2 and leave other headings out", () => {
    const heading = (depth: number, slug: string) => ({ depth, slug, text: slug });
    const contents = buildContents([
      heading(1, "t"),
      heading(2, "a"),
      heading(3, "b"),
      heading(4, "c"),
      heading(2, "d"),
    ]);
    expect(contents).toEqual([
      { title: "a", href: "#a", children: [{ title: "b", href: "#b", children: [] }] },
      { title: "d", href: "#d", children: [] },
    ]);
  });
});

describe("front matter", () => {
  const valid = {
    title: "T",
    lead: "L",
    kind: "recipe",
    system: "log",
    versions: [],
    changed: "2026-11-22",
  };

  test("takes a date with or without quotes", () => {
    expect(pageSchema.parse({ ...valid, changed: new Date("2026-11-22") }).changed).toBe(
      "2026-11-22",
    );
    expect(pageSchema.safeParse({ ...valid, changed: "22 Nov" }).success).toBe(false);
  });

  test("refuses a key that it does not know", () => {
    expect(pageSchema.safeParse({ ...valid, titel: "T" }).success).toBe(false);
  });
});

test("a sitemap is sorted, absolute, escaped and without repeats", () => {
  const xml = buildSitemap("https://example.org", ["/b/", "/", "/a&b/", "/b/"]);
  expect(xml.match(/<loc>.*?<\/loc>/g)).toEqual([
    "<loc>https://example.org/</loc>",
    "<loc>https://example.org/a&amp;b/</loc>",
    "<loc>https://example.org/b/</loc>",
  ]);
});
