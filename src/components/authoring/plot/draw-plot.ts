import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type DrawnLine, placeLabels } from "./place-labels.ts";
import { describePanel, formatValue, type PlotPanel } from "./plot.ts";

/** A panel is as wide as the narrowest phone has room for; three of them fill the widest column. */
const WIDTH = 272;
const HEIGHT = 176;
const AREA = { left: 44, right: WIDTH - 8, top: 16, bottom: HEIGHT - 22 };
const TICKS = 3;

/** The axes that all panels of a plot share. */
interface Axes {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Draws the panels of a plot as SVG, on the same axes. The same panels give the same bytes. */
export function drawPlot(panels: readonly PlotPanel[]): readonly string[] {
  const points = panels.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const axes: Axes = {
    x: [Math.min(...xs), Math.max(...xs)],
    y: [Math.min(0, ...ys), Math.max(1, ...ys) * 1.05],
  };
  return panels.map((panel) => drawPanel(panel, axes));
}

function drawPanel(panel: PlotPanel, axes: Axes): string {
  const { document } = parseHTML("<html></html>");
  const labels = placeLabels(
    panel.lines.map((line) => inPixels(line, axes)),
    // A name may stand above the highest line.
    { ...AREA, top: 0 },
  );
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: AREA.left,
    marginRight: WIDTH - AREA.right,
    marginTop: AREA.top,
    marginBottom: HEIGHT - AREA.bottom,
    x: { domain: [...axes.x] },
    y: { domain: [...axes.y] },
    marks: [
      Plot.gridY({ ticks: TICKS, className: "grid" }),
      Plot.axisY({
        ticks: TICKS,
        tickSize: 0,
        tickPadding: 5,
        label: null,
        tickFormat: formatValue,
      }),
      Plot.axisX({ ticks: 6, tickSize: 0, label: null, tickFormat: formatSeconds }),
      ...panel.lines.map(({ points }, index) =>
        Plot.lineY(points, { x: "0", y: "1", className: `stroke-${index}` }),
      ),
      Plot.text(labels, {
        x: ({ x }: DrawnAt) => fromPixels(x, [AREA.left, AREA.right], axes.x),
        y: ({ y }: DrawnAt) => fromPixels(y, [AREA.bottom, AREA.top], axes.y),
        text: "name",
        lineAnchor: "bottom",
        className: "names",
      }),
    ],
  });
  return tidy(svg, describePanel(panel));
}

function formatSeconds(seconds: number): string {
  return `${formatValue(seconds)} s`;
}

interface DrawnAt {
  readonly x: number;
  readonly y: number;
}

function inPixels({ name, points }: PlotPanel["lines"][number], axes: Axes): DrawnLine {
  return {
    name,
    points: points.map(([x, y]) => [
      toPixels(x, axes.x, [AREA.left, AREA.right]),
      toPixels(y, axes.y, [AREA.bottom, AREA.top]),
    ]),
  };
}

type Range = readonly [number, number];

function toPixels(value: number, [from, to]: Range, [start, end]: Range): number {
  return start + ((value - from) / (to - from)) * (end - start);
}

function fromPixels(px: number, range: Range, domain: Range): number {
  return toPixels(px, range, domain);
}

/** Attributes that the site's own styles say, or that hide from a reader what the accessible name says. */
const DROPPED = /^(?:aria-.*|class|fill|font-.*|stroke.*|style)$/;

/** Takes out what a page's policy forbids or its sheets say, and rounds coordinates to whole px. */
function tidy(svg: Element, name: string): string {
  // Plot's own sheet; the policy would refuse it.
  svg.querySelector("style")?.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes]) {
      const isOurs = attribute.name === "class" && element !== svg;
      if (DROPPED.test(attribute.name) && !isOurs) element.removeAttribute(attribute.name);
      else if (/^(?:d|transform|[xy][12]?)$/.test(attribute.name))
        element.setAttribute(attribute.name, round(attribute.value));
    }
  }
  svg.removeAttribute("viewBox");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  return svg.outerHTML;
}

/** Rounds every number with a unit of px; those in em are left alone. */
function round(value: string): string {
  return value.replaceAll(/-?\d*\.\d+(?!\d|em)/g, (number) => String(Math.round(Number(number))));
}
