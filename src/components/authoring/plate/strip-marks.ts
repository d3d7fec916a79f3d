import { formatCount } from "../../../receipts/fault-table.ts";

/**
 * The width of a column, which holds eight of the 1,000 events. 1 unit is 1 px where there is room, half of that on a
 * phone.
 */
export const pitch = 4;
export const rowsInColumn = 8;
export const stripWidth = 500;
export const stripHeight = rowsInColumn * pitch;
/** Room below the cells for the line that marks events handled twice. */
export const underline = { y: stripHeight + 3.5, height: stripHeight + 5 } as const;

/** How an event is drawn. Events handled twice also get a line below their column. */
export type Mark = "now" | "late" | "never";

const MARK_OF_LETTER: Readonly<Record<string, Mark>> = {
  o: "now",
  d: "now",
  l: "late",
  D: "late",
  x: "never",
};

/**
 * Returns one path for each kind of mark. The path is the area of all such events, which a pattern then divides into
 * marks.
 *
 * @param strip a letter for each event, in the order in which they were sent
 */
export function markAreas(strip: string): ReadonlyMap<Mark, string> {
  const areas = new Map<Mark, string>();
  for (const { mark, from, to } of stretches(strip)) {
    areas.set(mark, (areas.get(mark) ?? "") + areaOf(from, to));
  }
  return areas;
}

/** A line below every column that contains an event handled twice; empty when there is none. */
export function twiceLines(strip: string): string {
  let path = "";
  let end = -1;
  for (const [index, letter] of Array.from(strip).entries()) {
    const x = Math.floor(index / rowsInColumn) * pitch;
    if (letter.toLowerCase() !== "d" || x < end) continue;
    path += x === end ? `h${pitch}` : `M${x} ${underline.y}h${pitch}`;
    end = x + pitch;
  }
  return path;
}

export interface StripCounts {
  readonly lost: number;
  readonly late: number;
  readonly twice: number;
}

export function countStrip(strip: string): StripCounts {
  const count = (letters: string): number =>
    Array.from(strip).filter((letter) => letters.includes(letter)).length;
  return { lost: count("x"), late: count("lD"), twice: count("dD") };
}

const WORDS: Readonly<Record<string, string>> = {
  o: "handled at once",
  l: "handled late",
  x: "never handled",
  d: "handled at once and again",
  D: "handled late and again",
};
/** Summarise for screen readers beyond this many. */
const MOST_STRETCHES = 12;

/** Describes a strip for people who cannot see it: "1 to 499 handled at once, 500 never handled". */
export function describeStrip(strip: string): string {
  const parts: { letter: string; from: number; to: number }[] = [];
  for (const [index, letter] of Array.from(strip).entries()) {
    const last = parts.at(-1);
    if (last?.letter === letter) last.to = index + 1;
    else parts.push({ letter, from: index + 1, to: index + 1 });
  }
  if (parts.length > MOST_STRETCHES) {
    const { lost, late, twice } = countStrip(strip);
    return `Of ${formatCount(strip.length)} events ${lost} were never handled, ${late} late, ${twice} twice.`;
  }
  const said = parts.map(({ letter, from, to }) => {
    const events = from === to ? formatCount(from) : `${formatCount(from)} to ${formatCount(to)}`;
    return `${events} ${WORDS[letter] ?? letter}`;
  });
  return `Events in the order in which they were sent: ${said.join(", ")}.`;
}

function stretches(strip: string): { mark: Mark; from: number; to: number }[] {
  const found: { mark: Mark; from: number; to: number }[] = [];
  for (const [index, letter] of Array.from(strip).entries()) {
    const mark = MARK_OF_LETTER[letter];
    if (mark === undefined) throw new RangeError(`"${letter}" is no letter of a strip.`);
    const last = found.at(-1);
    if (last?.mark === mark) last.to = index + 1;
    else found.push({ mark, from: index, to: index + 1 });
  }
  return found;
}

/** The rectangles that cover events `from` up to `to`: part of a column, whole columns, part of a column. */
function areaOf(from: number, to: number): string {
  let path = "";
  for (let at = from; at < to;) {
    const column = Math.floor(at / rowsInColumn);
    const row = at % rowsInColumn;
    const whole = row === 0 ? Math.floor((to - at) / rowsInColumn) : 0;
    const rows = whole > 0 ? rowsInColumn : Math.min(rowsInColumn - row, to - at);
    const width = Math.max(whole, 1) * pitch;
    path += `M${column * pitch} ${row * pitch}h${width}v${rows * pitch}h-${width}z`;
    at += Math.max(whole, 1) * rows;
  }
  return path;
}
