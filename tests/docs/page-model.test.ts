import { describe, expect, test } from "vitest";
import { buildContents } from "../../src/docs/contents.ts";
import { buildNavigationTree, type Whereabouts } from "../../src/docs/navigation-tree.ts";
import type { Section } from "../../src/docs/navigation.ts";
import { sectionsWithPage } from "../../src/docs/section-pages.ts";
import { buildPageModel, type PageInput } from "../../src/docs/page-model.ts";
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
  asked: [],
  ...more,
});
const pages = [
  page("kafka/consuming", { twin: "wire/server" }),
  page("wire/client"),
  page("wire/server", { twin: "kafka/consuming" }),
  page("index", { description: "For search." }),
];
const build = () => buildPageModel(navigation, pages);

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
      path: "/wire/client/",
      breadcrumbs: [
        { title: "gRPC streaming", path: "/wire/" },
        { title: "Title of wire/client", path: "/wire/client/" },
      ],
    });
    expect(build().pages.get("kafka/consuming")?.twinPage?.path).toBe("/wire/server/");
  });

  test("summarises a page by its description, else by its lead", () => {
    expect(build().pages.get("index")?.summary).toBe("For search.");
    expect(build().pages.get("wire/client")?.summary).toBe("It is so. Mostly.");
  });

  test("leaves out a page that has no place, and a name that has no page", () => {
    const [start] = navigation;
    const { pages: known } = buildPageModel(
      start === undefined ? [] : [{ ...start, pages: ["index", "gone"] }],
      pages,
    );
    expect([...known.keys()]).toEqual(["index"]);
  });
});

describe("the navigation of a page", () => {
  const shape = (where: Whereabouts) =>
    buildNavigationTree(build(), where).map((it) => [it.path, it.isOpen, it.pages.length]);

  test("lists the pages of its own section, open, and only doors to the others", () => {
    expect(shape({ current: "wire/client" })).toEqual([
      ["/start/", false, 0],
      ["/wire/", true, 2],
      ["/kafka/", false, 0],
    ]);
    const [, wire] = buildNavigationTree(build(), { current: "wire/client" });
    expect(wire?.pages[1]).toMatchObject({ title: "Title of wire/client", isCurrent: true });
  });

  test("is open at a section that the page is about, and has no current page then", () => {
    expect(shape({ current: "kafka" })[2]).toEqual(["/kafka/", true, 1]);
    const [, , kafka] = buildNavigationTree(build(), { current: "kafka" });
    expect(kafka?.pages[0]?.isCurrent).toBe(false);
  });

  test("has every page where the page has room for it", () => {
    expect(shape({ isWhole: true })).toEqual([
      ["/start/", false, 1],
      ["/wire/", false, 2],
      ["/kafka/", false, 1],
    ]);
  });
});

describe("the pages of sections", () => {
  test("are those whose address no other page has", () => {
    const taken: Section[] = [
      ...navigation,
      { title: "All", slug: "pages", system: "both", pages: ["kafka"] },
    ];
    const model = buildPageModel(taken, [...pages, page("kafka")]);
    expect(sectionsWithPage(model).map(({ slug }) => slug)).toEqual(["start", "wire"]);
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

test("a sitemap is sorted, absolute, escaped and without repeats", () => {
  const xml = buildSitemap("https://example.org", ["/b/", "/", "/a&b/", "/b/"]);
  expect(xml.match(/<loc>.*?<\/loc>/g)).toEqual([
    "<loc>https://example.org/</loc>",
    "<loc>https://example.org/a&amp;b/</loc>",
    "<loc>https://example.org/b/</loc>",
  ]);
});
