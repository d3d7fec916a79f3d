import { describe, expect, test } from "vitest";
import { breakLines, drawPicture } from "../../src/pictures/draw-picture.ts";

const kafka = { title: "Kafka", slug: "kafka", system: "log", pages: [] } as const;

describe("the picture of a page", () => {
  test("has its section, its title and its answer, as text of an SVG", () => {
    const svg = drawPicture({ title: "Reads & <writes>", lead: "It is so.", section: kafka });
    for (const words of [">Kafka<", ">Reads &amp; &lt;writes><", ">It is so.<", ">Wire &amp; Log<"])
      expect(svg).toContain(words);
  });

  test("is the same for the same page, so that it is made once", () => {
    const page = { title: "Consuming", lead: "A group.", section: kafka };
    expect(drawPicture(page)).toBe(drawPicture(page));
  });
});

describe("lines", () => {
  test("break between words, and end with an ellipsis where a text is too long", () => {
    const long = "a consumer group divides the partitions of a topic among its members ".repeat(4);
    const lines = breakLines(long.trim(), { size: 68, lines: 3 });
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/ …$/);
    expect(breakLines("The log", { size: 68, lines: 3 })).toEqual(["The log"]);
  });
});
