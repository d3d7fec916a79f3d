import { describe, expect, test } from "vitest";
import { findMarkers, withoutMarkers as cut } from "../../src/samples/markers.ts";
import { findRegions as find } from "../../src/samples/regions.ts";

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const findRegions = (text: string) => find(text, "ts");
const withoutMarkers = (text: string) => cut(text, "ts");
const isRegionMarker = (line: string) => findMarkers(line, "ts").length > 0;

describe("regions", () => {
  test("span the lines between their markers", () => {
    const text = lines("const a = 1;", "// #region loop", "for (;;) {", "}", "// #endregion loop");
    expect(findRegions(text)).toEqual({
      regions: [{ name: "loop", firstLine: 3, lastLine: 4 }],
      problems: [],
    });
  });

  test("nest, and a bare endregion closes the innermost", () => {
    const text = lines(
      "// #region outer",
      "a();",
      "// #region inner",
      "b();",
      "// #endregion",
      "c();",
      "// #endregion",
    );
    expect(findRegions(text)).toEqual({
      regions: [
        { name: "outer", firstLine: 2, lastLine: 6 },
        { name: "inner", firstLine: 4, lastLine: 4 },
      ],
      problems: [],
    });
  });

  test("may be indented, spaced as editors write them, and named with a hyphen", () => {
    const text = lines("  //#region hold-back  ", "  a();", "\t//  #endregion\t hold-back");
    expect(findRegions(text).regions).toEqual([{ name: "hold-back", firstLine: 2, lastLine: 2 }]);
  });

  test("are not opened by words that look like a marker", () => {
    for (const line of ["/* #region a */", "// region a", "// #regions a", 'log("// #region a");'])
      expect(findRegions(lines(line)), line).toEqual({ regions: [], problems: [] });
  });
});

describe("a wrong marker is named with its line:", () => {
  test.each([
    ["unclosed", "unclosed-region", 1, ["// #region a", "a();"]],
    [
      "closed twice",
      "stray-endregion",
      4,
      ["// #region a", "a();", "// #endregion a", "// #endregion a"],
    ],
    [
      "closed out of order",
      "stray-endregion",
      4,
      [
        "// #region a",
        "// #region b",
        "b();",
        "// #endregion a",
        "// #endregion b",
        "// #endregion a",
      ],
    ],
    ["without a name", "unnamed-region", 2, ["", "// #region", "a();", "// #endregion"]],
    [
      "named twice",
      "duplicate-region",
      4,
      ["// #region a", "a();", "// #endregion", "// #region a", "b();", "// #endregion"],
    ],
    [
      "named like the region around it",
      "duplicate-region",
      2,
      ["// #region a", "// #region a", "a();", "// #endregion", "// #endregion"],
    ],
    ["without a line", "nothing-to-show", 1, ["// #region a", "", "// #endregion", "b();"]],
    [
      "with markers only",
      "nothing-to-show",
      1,
      ["// #region a", "// #region b", "// #endregion", "// #endregion"],
    ],
  ] as const)("%s", (_, slug, line, text) => {
    const { problems } = findRegions(lines(...text));
    expect([problems[0]?.slug, problems[0]?.line]).toEqual([slug, line]);
    expect(problems.every((problem) => problem.slug === slug)).toBe(true);
  });

  test("the message of an unclosed one is the line to type", () => {
    expect(findRegions("// #region commit\n").problems[0]?.message).toContain(
      '"// #endregion commit"',
    );
  });
});

describe("markers", () => {
  test("are what findRegions takes for one, and nothing else", () => {
    expect(["// #region a", "//#endregion", "  // #endregion a"].every(isRegionMarker)).toBe(true);
    expect(["// a #region", "#region a", "// #regional"].some(isRegionMarker)).toBe(false);
  });

  test("leave no trace in a file as readers copy it", () => {
    const text = lines(
      "// Title.",
      "",
      "// #region a",
      "a();",
      "// #endregion a",
      "",
      "// #region b",
      "",
      "b();",
      "// #endregion b",
    );
    expect(withoutMarkers(text)).toBe(lines("// Title.", "", "a();", "", "b();"));
  });

  test("take no empty line with them that belongs to the code", () => {
    const poem = lines("const text = `", "one", "", "", "two", "`;");
    expect(withoutMarkers(poem)).toBe(poem);
  });
});

describe("lines that read like a marker and are none", () => {
  const hidden = {
    "in a template": lines("const text = `", "// #region a", "${`// #region b`}", "`;"),
    "in a template inside a template": lines("f(`${g(`", "// #region a", "`)}`);"),
    "in a block comment": lines("/*", "// #region a", "*/"),
    "in a string that goes on": lines('const text = "\\', "// #region a", '";'),
  };
  test.each(Object.entries(hidden))("%s", (_, text) => {
    expect(findRegions(text)).toEqual({ regions: [], problems: [] });
    expect(withoutMarkers(text)).toBe(text);
  });

  test("in a text block of Java", () => {
    const text = lines('String text = """', "// #region a", '""";');
    expect(find(text, "java").problems).toEqual([]);
    expect(cut(text, "java")).toBe(text);
  });

  test("in a language that has no regions", () => {
    expect(find("// #region a\n", "text").problems).toEqual([]);
  });

  test("stand beside real ones, inside the expression of a template too", () => {
    const text = lines(
      "f(`",
      "// #region a",
      "${g(",
      "  // #region b",
      "  1,",
      "  // #endregion b",
      ")}`);",
    );
    expect(findRegions(text).regions).toEqual([{ name: "b", firstLine: 5, lastLine: 5 }]);
  });
});
