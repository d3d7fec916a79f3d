import { textWidth } from "../sequence/text-width.ts";

/** A line in px of the drawing. */
export interface DrawnLine {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Where a line's name stands; `x` is its middle, `y` its base line. */
export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const LABEL_SIZE = 13;
const ABOVE = -6;
const BELOW = 15;
const STEP = 3;
const GAP = 3;

/** What a place costs: names on each other, a line through a name, and how far the name is from the line's peak. */
const COSTS = { name: 1_000, line: 20, farther: 0.2 };

/** Places the name of each line beside the line, near its greatest value, where nothing else runs. */
export function placeLabels(lines: readonly DrawnLine[], area: Box): readonly Label[] {
  const dots = lines.map(({ points }) => dotsOf(points));
  const taken: Box[] = [];
  return lines.map(({ name, points }) => {
    const half = textWidth(name, "bold", LABEL_SIZE) / 2 + GAP;
    const [peakX] = points.reduce((best, point) => (point[1] < best[1] ? point : best), [0, 1e9]);
    let best: { readonly cost: number; readonly label: Label; readonly box: Box } | undefined;
    for (const [pointX, pointY] of points) {
      for (const away of [ABOVE, BELOW]) {
        const x = Math.round(Math.min(Math.max(pointX, area.left + half), area.right - half));
        const y = Math.round(pointY + away);
        const box = { left: x - half, right: x + half, top: y - 11, bottom: y + 3 };
        if (box.top < area.top || box.bottom > area.bottom) continue;
        const crossed = dots.flat().filter((dot) => isIn(dot, box)).length;
        const cost =
          COSTS.name * taken.filter((other) => overlap(other, box)).length +
          COSTS.line * crossed +
          COSTS.farther * Math.abs(pointX - peakX);
        if (best === undefined || cost < best.cost) best = { cost, label: { name, x, y }, box };
      }
    }
    if (best === undefined) return { name, x: area.left + half, y: area.top + LABEL_SIZE };
    taken.push(best.box);
    return best.label;
  });
}

/** Points on a line, some px apart. */
function dotsOf(points: DrawnLine["points"]): readonly (readonly [number, number])[] {
  return points.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = points[index] ?? [x2, y2];
    const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
    return Array.from(
      { length: count },
      (_, step) => [x1 + ((x2 - x1) * step) / count, y1 + ((y2 - y1) * step) / count] as const,
    );
  });
}

function isIn([x, y]: readonly [number, number], { left, right, top, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
