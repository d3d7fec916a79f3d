import { describe, expect, test } from "vitest";
import { drawPlot } from "../../src/components/authoring/plot/draw-plot.ts";
import { placeLabels } from "../../src/components/authoring/plot/place-labels.ts";
import { describePanel, plotSchema, readLine } from "../../src/components/authoring/plot/plot.ts";
import { showPlot } from "../../src/components/authoring/plot/show-plot.ts";
import { makeReceipt } from "../receipts/receipts.ts";

const memory = {
  unit: "MB",
  ms: [-500, 0, 500, 1000],
  lines: { Orders: [0, 0, 51, 48], Warehouse: [0, 0, 4, 5] },
};
const age = { unit: "s", ms: [0, 500], lines: { oldest: [0, 0.4] } };
const receipt = makeReceipt([
  { recorded: { series: { memory, age }, made: 10 } },
  { without: "await", recorded: { series: { memory }, made: 10 } },
  { at: "later" },
]);
const recordings = {
  receipts: new Map([["delivery/push", receipt]]),
  samples: [],
  page: "content/docs/delivery/page.mdx",
};

type Panel = Record<string, unknown>;
const show = (of: string, ...panels: Panel[]) =>
  showPlot(
    plotSchema.parse({
      of,
      values: "MB",
      times: "s",
      panels: panels.map((panel) => ({ sample: "push", title: "A run", ...panel })),
    }),
    recordings,
  );

/** What a page is told of a plot that cannot be shown. */
function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a plot", () => {
  test("shows the lines of a recorded series, in seconds, with when and how often it was made", () => {
    const { panels, dates, made, samples } = show("memory", {}, { without: true });
    expect(panels.map(({ unit, system }) => [unit, system])).toEqual([
      ["MB", "wire"],
      ["MB", "wire"],
    ]);
    expect(panels[0]?.lines).toEqual([
      {
        name: "Orders",
        points: [
          [-0.5, 0],
          [0, 0],
          [0.5, 51],
          [1, 48],
        ],
      },
      {
        name: "Warehouse",
        points: [
          [-0.5, 0],
          [0, 0],
          [0.5, 4],
          [1, 5],
        ],
      },
    ]);
    expect([dates, made, samples]).toEqual([["2026-09-03"], [10, 10], ["delivery/push"]]);
  });

  test("shows only the lines that a page asks for, in its order", () => {
    const [panel] = show("memory", { lines: ["Warehouse"] }).panels;
    expect(panel?.lines.map(({ name }) => name)).toEqual(["Warehouse"]);
  });

  test("refuses a series, a line and a run that are not recorded, at the place, with the nearest name", () => {
    expect(problemOf(() => show("memroy", {}))).toMatchObject({
      slug: "unknown-series",
      path: ["of"],
      message:
        'The run of "delivery/push" recorded no series named "memroy". Did you mean "memory"?\nRecorded there: memory, age.',
    });
    expect(problemOf(() => show("memory", {}, { lines: ["Orders", "Warehous"] }))).toMatchObject({
      slug: "unknown-series",
      path: ["panels", 1, "lines", 1],
      message: expect.stringContaining(
        'no line of "memory" named "Warehous". Did you mean "Warehouse"?',
      ),
    });
    expect(problemOf(() => show("memory", { run: "latr" }))).toMatchObject({
      slug: "unknown-run",
      path: ["panels", 0, "run"],
      message: expect.stringContaining('Did you mean "later"?'),
    });
    expect(problemOf(() => show("memory", { run: "later" }))).toMatchObject({
      slug: "unknown-run",
      message: expect.stringContaining("has no series"),
    });
    expect(problemOf(() => show("memory", { sample: "pull" }))).toMatchObject({
      slug: "unknown-run",
      path: ["panels", 0, "sample"],
    });
    // A name that every object has is no series.
    expect(problemOf(() => show("constructor", {}))).toMatchObject({ slug: "unknown-series" });
  });
});

describe("its drawing", () => {
  const panels = show("memory", {}, { without: true }).panels;

  test("has nothing that a page's policy forbids, and the same bytes each time", () => {
    const drawn = drawPlot(panels);
    expect(drawn).toHaveLength(2);
    for (const svg of drawn) {
      expect(svg).not.toMatch(/<style|style=|font-|stroke=|fill=/);
      // Coordinates are whole px; only a text's offset is a part of an em.
      const places = [...svg.matchAll(/ (?:d|transform|[xy][12]?)="([^"]*)"/g)].map(([, it]) => it);
      expect(places.filter((it = "") => it.includes(".") && !it.endsWith("em"))).toEqual([]);
    }
    expect(drawPlot(panels)).toEqual(drawn);
  });

  test("has a stroke and a name for each line, and an accessible name that reads them", () => {
    const [svg = ""] = drawPlot(panels);
    expect(svg.match(/class="stroke-\d"/g)).toEqual(['class="stroke-0"', 'class="stroke-1"']);
    expect(svg).toContain(">Orders</text>");
    expect(svg).toContain(">Warehouse</text>");
    expect(svg).toContain('role="img"');
    expect(svg).toContain(
      'aria-label="A run. Orders: at most 51 MB, after 0.5 s; 48 MB at the end. Warehouse: at most 5 MB, after 1 s; 5 MB at the end."',
    );
  });

  test("has one pair of axes for all panels", () => {
    const tall = drawPlot([...panels, ...show("memory", { lines: ["Warehouse"] }).panels]);
    const ticks = tall.map((svg) => svg.match(/<text[^>]*>[\d−,]+<\/text>/g));
    expect(ticks[2]).toEqual(ticks[0]);
  });

  test("reads a line: its greatest value, when it was first reached, and its last", () => {
    const [orders] = panels[0]?.lines ?? [];
    expect(orders && readLine(orders)).toEqual({ name: "Orders", most: 51, mostAt: 0.5, last: 48 });
    expect(panels[0] && describePanel(panels[0])).toMatch(/^A run\. Orders/);
  });
});

describe("the names of lines", () => {
  const area = { left: 0, right: 200, top: 0, bottom: 150 };

  test("stand at the line's peak where there is room", () => {
    const [label] = placeLabels(
      [
        {
          name: "Orders",
          points: [
            [0, 140],
            [100, 50],
            [200, 140],
          ],
        },
      ],
      area,
    );
    expect(label).toEqual({ name: "Orders", x: 100, y: 44 });
  });

  test("do not lie on each other, nor outside", () => {
    const flat = (name: string, y: number) =>
      ({ name, points: Array.from({ length: 11 }, (_, i) => [i * 20, y] as const) }) as const;
    const labels = placeLabels([flat("one", 100), flat("two", 102), flat("three", 104)], area);
    for (const [index, a] of labels.entries()) {
      expect(a.x).toBeGreaterThan(0);
      expect(a.x).toBeLessThan(200);
      for (const b of labels.slice(index + 1))
        expect(Math.abs(a.x - b.x) > 30 || Math.abs(a.y - b.y) >= 12).toBe(true);
    }
  });
});
