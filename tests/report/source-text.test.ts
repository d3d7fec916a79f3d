import { describe, expect, test } from "vitest";
import { normaliseText, offsetOfByte, positionAt } from "../../src/report/source-text.ts";

test("line ends of every kind become one, a byte order mark goes, and nothing else", () => {
  expect(normaliseText("\uFEFFone\r\ntwo\r\n")).toBe("one\ntwo\n");
  expect(normaliseText("one\n two\rthree\r")).toBe("one\n two\nthree\n");
  expect(normaliseText("one\uFEFF")).toBe("one\uFEFF");
});

describe("a position", () => {
  const text = "const é = '😀';\n\nlast";

  test("counts lines and columns from 1", () => {
    expect(positionAt(text, 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt(text, text.indexOf("last"))).toEqual({ line: 3, column: 1 });
  });

  test("counts columns in UTF-16 units, as editors do: an emoji is two", () => {
    expect(positionAt(text, text.indexOf("';"))).toEqual({ line: 1, column: 14 });
  });

  test("of a line end belongs to the line that it ends", () => {
    expect(positionAt(text, text.indexOf("\n"))).toEqual({ line: 1, column: 16 });
    expect(positionAt(text, text.indexOf("\n") + 1)).toEqual({ line: 2, column: 1 });
  });

  test("just past the end is on the last line", () => {
    expect(positionAt(text, text.length)).toEqual({ line: 3, column: 5 });
    expect(positionAt("one\n", 4)).toEqual({ line: 2, column: 1 });
  });

  test("is what splitting into lines gives, for every offset", () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const before = text.slice(0, offset).split("\n");
      const column = (before.at(-1) ?? "").length + 1;
      expect(positionAt(text, offset)).toEqual({ line: before.length, column });
    }
  });
});

test("a byte offset becomes an offset in UTF-16 units", () => {
  const text = "aé😀z";
  // a is one byte, é two, the emoji four (and two units).
  expect([0, 1, 3, 7, 8].map((byte) => offsetOfByte(text, byte))).toEqual([0, 1, 2, 4, 5]);
});
