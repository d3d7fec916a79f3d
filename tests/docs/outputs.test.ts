import { describe, expect, test } from "vitest";
import { buildFeed } from "../../src/docs/feed.ts";
import { listForPrograms, markdownPath } from "../../src/docs/list-for-programs.ts";
import { buildPageModel, type PageInput } from "../../src/docs/page-model.ts";
import { repositoryOf } from "../../src/docs/repository.ts";

const page = (slug: string, more: Partial<PageInput> = {}): PageInput => ({
  slug,
  file: `content/docs/${slug}.mdx`,
  title: `Title of ${slug}`,
  lead: "It is so.",
  kind: "mechanism",
  system: "wire",
  versions: [],
  changed: "2026-11-22",
  asked: [],
  ...more,
});
const model = buildPageModel(
  [{ title: "Kafka", slug: "kafka", system: "log", pages: ["kafka/log", "kafka/read", "samples"] }],
  [
    page("kafka/log"),
    page("kafka/read", { changed: "2026-11-30", title: "Reads & <writes>" }),
    page("samples", { file: "src/pages/samples/index.astro", changed: "2026-11-01" }),
  ],
);

describe("the feed", () => {
  const feed = buildFeed("https://wal.example", [...model.pages.values()]);

  test("has the page that changed last first, and its day as its own", () => {
    expect([...feed.matchAll(/<link href="([^"]+)"/g)].map(([, url]) => url)).toEqual([
      "https://wal.example/kafka/read/",
      "https://wal.example/kafka/log/",
      "https://wal.example/samples/",
    ]);
    expect(/<updated>([^<]+)/.exec(feed)?.[1]).toBe("2026-11-30T00:00:00Z");
  });

  test("is XML", () => {
    expect(feed).toContain("<title>Reads &amp; &lt;writes></title>");
  });
});

test("llms.txt has every page with its answer, as Markdown where there is some", () => {
  const text = listForPrograms(model, "https://wal.example");
  expect(text).toMatch(/^# Wire & Log\n\n> /);
  expect(text).toContain(
    "## Kafka\n\n- [Title of kafka/log](https://wal.example/kafka/log.md): It is so.\n",
  );
  expect(text).toContain("- [Title of samples](https://wal.example/samples/): It is so.\n");
  expect(markdownPath({ slug: "index", file: "content/docs/index.mdx" })).toBe("/index.md");
});

describe("the repository of package.json", () => {
  test("leads to the form that edits a page, and to the one for a report", () => {
    for (const value of [
      "github:o/wal",
      "o/wal",
      "https://github.com/o/wal",
      { type: "git", url: "git+https://github.com/o/wal.git" },
    ]) {
      const found = repositoryOf(value);
      expect(found?.edit("content/docs/index.mdx")).toBe(
        "https://github.com/o/wal/edit/main/content/docs/index.mdx",
      );
      expect(found?.report("Reads & writes")).toBe(
        "https://github.com/o/wal/issues/new?title=Reads%20%26%20writes",
      );
    }
    expect(repositoryOf("gitlab:o/wal")?.edit("a.mdx")).toBe(
      "https://gitlab.com/o/wal/-/edit/main/a.mdx",
    );
  });

  test("may be missing, or of another host, which has no form that we know", () => {
    expect(repositoryOf(undefined)).toBeUndefined();
    expect(repositoryOf("git@example.org:o/wal")).toBeUndefined();
    expect(repositoryOf("https://git.example.org/o/wal")?.edit("a.mdx")).toBeUndefined();
  });
});
