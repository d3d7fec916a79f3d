import { describe, expect, test } from "vitest";
import {
  groupRuns,
  laneArrows,
  laneLives,
  readPlateRun,
  hueOf,
} from "../../src/components/authoring/plate/plate.ts";
import {
  countStrip,
  describeStrip,
  markAreas,
  twiceLines,
} from "../../src/components/authoring/plate/strip-marks.ts";
import { makeReceipt } from "../receipts/receipts.ts";

const strip = `${"o".repeat(499)}D${"l".repeat(200)}${"x".repeat(11)}${"o".repeat(288)}d`;

/** The area of a path of rectangles, and of each its corners. */
function rectangles(path: string): { x: number; y: number; width: number; height: number }[] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z/g)].map(([, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0, back] = numbers.map(Number);
    expect(back).toBe(width);
    return { x, y, width, height };
  });
}

describe("a strip of 1,000", () => {
  test("fills, for each kind of mark, a cell of 4 by 4 px for each of its events", () => {
    const cells = [...markAreas(strip)].map(([mark, path]) => {
      const area = rectangles(path).reduce((sum, { width, height }) => sum + width * height, 0);
      return [mark, area / 16];
    });
    expect(Object.fromEntries(cells)).toEqual({ now: 788, late: 201, never: 11 });
  });

  test("has event n in column n / 8 and row n % 8, and fills no cell twice", () => {
    const cellOf = new Map<string, string>();
    for (const [mark, path] of markAreas(strip)) {
      for (const { x, y, width, height } of rectangles(path)) {
        for (let column = x / 4; column < (x + width) / 4; column++) {
          for (let row = y / 4; row < (y + height) / 4; row++) {
            const cell = String(column * 8 + row);
            expect(cellOf.has(cell), cell).toBe(false);
            cellOf.set(cell, mark);
          }
        }
      }
    }
    const marks = { o: "now", d: "now", l: "late", D: "late", x: "never" };
    for (let n = 0; n < 1000; n++)
      expect(cellOf.get(String(n)), String(n)).toBe(marks[strip.charAt(n) as keyof typeof marks]);
  });

  test("costs few bytes: stretches, not events", () => {
    const paths = [...markAreas(strip).values()].join("");
    expect(paths.length).toBeLessThan(400);
  });

  test("has one line below each column in which an event was handled twice", () => {
    expect(twiceLines(strip)).toBe("M248 35.5h4M496 35.5h4");
    expect(twiceLines("d".repeat(17))).toBe("M0 35.5h4h4h4");
    expect(twiceLines("o".repeat(1000))).toBe("");
  });

  test("is counted", () => {
    expect(countStrip(strip)).toEqual({ lost: 11, late: 201, twice: 2 });
  });

  test("is said in words, stretch by stretch, and in numbers where there are too many", () => {
    expect(describeStrip(strip)).toBe(
      "Events in the order in which they were sent: 1 to 499 handled at once, 500 handled late and again, " +
        "501 to 700 handled late, 701 to 711 never handled, 712 to 999 handled at once, 1,000 handled at once and again.",
    );
    expect(describeStrip("ox".repeat(500))).toBe(
      "Of 1,000 events 500 were never handled, 0 late, 0 twice.",
    );
  });

  test("with a letter that nobody knows is refused", () => {
    expect(() => markAreas("ooz")).toThrow('"z" is no letter');
  });
});

describe("a plate", () => {
  const marks = (killed: number, back: number) => [
    { ms: killed, what: "killed", program: "warehouse" } as const,
    { ms: back, what: "back", program: "warehouse" } as const,
  ];
  const read = (killed: number, back: number) =>
    readPlateRun(makeReceipt([{ recorded: { strip, marks: marks(killed, back) } }]), 0, "A", "B.");

  test("places marks in percent of ten seconds, and leaves out what came later", () => {
    expect(read(5008, 7013).marks).toEqual([
      { what: "killed", x: 50.08 },
      { what: "back", x: 70.13 },
    ]);
    expect(read(9000, 11_000).marks).toEqual([{ what: "killed", x: 90 }]);
  });

  test("takes a run to the log when a broker took part", () => {
    const receipt = makeReceipt();
    const versions = { Node: "24.21.0", Kafka: "4.3.1" };
    expect(hueOf(receipt)).toBe("wire");
    expect(hueOf({ ...receipt, recorded: { ...receipt.recorded, versions } })).toBe("log");
  });

  test("groups runs by system, with one line for marks that are less than a column apart", () => {
    const groups = groupRuns([
      { system: "log", run: read(5000, 7000) },
      { system: "wire", run: read(5000, 7000) },
      { system: "log", run: read(5070, 7200) },
    ]);
    expect(groups.map(({ system, runs }) => [system, runs.length])).toEqual([
      ["log", 2],
      ["wire", 1],
    ]);
    expect(groups[0]?.marks.map(({ x }) => x)).toEqual([50, 70, 72]);
  });

  test("draws the Warehouse while it was up, and nothing that reaches it while it was not", () => {
    const { marks: placed } = read(5008, 7013);
    expect(laneLives(placed)).toEqual([
      [0, 50.08],
      [70.13, 100],
    ]);
    expect(laneLives([])).toEqual([[0, 100]]);
    expect(laneLives(placed.slice(0, 1))).toEqual([[0, 50.08]]);
    const reaching = laneArrows(placed, false);
    expect(reaching.length).toBeGreaterThan(5);
    expect(reaching.filter((x) => x > 48 && x < 72)).toEqual([]);
    expect(laneArrows(placed, true).filter((x) => x > 52 && x < 68).length).toBeGreaterThan(0);
  });
});
