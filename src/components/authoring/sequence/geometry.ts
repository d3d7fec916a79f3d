import { CannotShow, showingPart } from "../cannot-show.ts";
import { textWidth } from "./text-width.ts";
import type { Row, Side, TimedRow } from "./rows.ts";

/** Drawings are never scaled: 1 unit is 1 px. */
export const width = 272;
/** Room for two lines of names above the lifelines. */
export const headHeight = 42;
/** Arrows end where the 3 px lifelines begin. */
export const inner = { left: 3, right: width - 3 } as const;
export const lifeline = { left: 1.5, right: width - 1.5 } as const;
/** The height of the grid's rows, in which explanations are placed. */
export const unit = 12;

const rowGap = 24;
/** The gap before a status or a restart. */
const statusGap = 36;
/** The gap before a new call, larger than any gap within a call. */
const callGap = 48;
const firstGap = 18;
const middle = width / 2;
const labelPadding = 5;
const timeSize = 11;
const timePadding = 5;
const mostArrows = 12;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Label {
  readonly text: string;
  /** The anchor of the text, on its baseline. */
  readonly at: Point;
  readonly anchor: "start" | "middle" | "end";
  readonly face: "mono" | "sans";
  /** The widest extent of the text in any font, with padding. */
  readonly box: { readonly left: number; readonly right: number };
}

export interface PlacedRow {
  readonly row: Row;
  /** The y of the row's middle, from the top of the drawing. */
  readonly y: number;
  readonly label: Label;
  /** The line of an arrow, interrupted by its label: pairs of x from tail to head. */
  readonly segments: readonly (readonly [number, number])[];
  /** The tip of the open head, and its direction. */
  readonly head: { readonly x: number; readonly direction: 1 | -1 } | undefined;
  /** The number of the row's explanation, from 1. */
  readonly number: number | undefined;
  /** When it happened, above the line at its tail; absent where it does not fit. */
  readonly time:
    { readonly text: string; readonly at: Point; readonly anchor: "start" | "end" } | undefined;
}

/** A part of a lifeline during which its process is up. */
export interface Life {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

export interface SequenceDrawing {
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  readonly lives: readonly Life[];
}

/**
 * Computes the place of each row of a sequence drawing.
 *
 * @throws CannotShow when a label does not fit between the lifelines, or there are too many arrows to follow
 */
export function layOutSequence(rows: readonly TimedRow[]): SequenceDrawing {
  const arrows = rows.filter((row) => "from" in row);
  if (arrows.length > mostArrows) {
    throw new CannotShow(
      "crowded-drawing",
      `${arrows.length} arrows are too many to follow; at most ${mostArrows}. Cut time with a row of kind "more".`,
    );
  }
  let y = headHeight;
  let number = 0;
  const placed = rows.map((row, index): PlacedRow => {
    y += index === 0 ? firstGap : gapBefore(row);
    if (row.note !== undefined) number++;
    const at = showingPart([index], () => placeRow(row, y));
    const time = placeTime(row.time, at.segments[0], y);
    return { ...at, row, y, time, number: row.note === undefined ? undefined : number };
  });
  const height = y + rowGap;
  return { height, rows: placed, lives: placeLives(placed, height) };
}

function gapBefore({ kind }: Row): number {
  if (kind === "call") return callGap;
  return kind === "status" || kind === "restart" ? statusGap : rowGap;
}

function placeRow(row: Row, y: number): Pick<PlacedRow, "label" | "segments" | "head"> {
  const face =
    row.kind === "more" || row.kind === "crash" || row.kind === "restart" ? "sans" : "mono";
  const baseline = y + (face === "mono" ? 4 : 4.5);
  const size = face === "mono" ? 12 : 13;
  const textLength = textWidth(row.label, face, size);

  if ("at" in row) {
    const isLeft = row.at === "left";
    const x = isLeft ? inner.left + 12 : inner.right - 12;
    const box = isLeft ? { left: x, right: x + textLength } : { left: x - textLength, right: x };
    const anchor = isLeft ? "start" : "end";
    const label: Label = { text: row.label, at: { x, y: baseline }, anchor, face, box };
    return { label: fitting(label), segments: [], head: undefined };
  }
  const arrives = row.kind !== "lost" && row.kind !== "stalled";
  const tail = row.kind === "more" ? middle : inner[row.from];
  const tip = row.kind === "more" ? middle : arrives ? opposite(row.from) : middle;
  const centre = (tail + tip) / 2;
  const half = textLength / 2 + labelPadding;
  const box = { left: centre - half, right: centre + half };
  const label: Label = {
    text: row.label,
    at: { x: centre, y: baseline },
    anchor: "middle",
    face,
    box,
  };
  const direction = tip > tail ? 1 : -1;
  const [near, far] = direction === 1 ? [box.left, box.right] : [box.right, box.left];
  return {
    label: fitting(label),
    segments:
      row.kind === "more"
        ? []
        : [
            [tail, near],
            [far, tip],
          ],
    head: row.kind === "more" || !arrives ? undefined : { x: tip, direction },
  };
}

/** Puts the time on the line between tail and label, if there is room. */
function placeTime(
  text: string | undefined,
  segment: readonly [number, number] | undefined,
  y: number,
): PlacedRow["time"] {
  if (text === undefined || segment === undefined) return undefined;
  const [tail, end] = segment;
  if (textWidth(text, "sans", timeSize) + 2 * timePadding > Math.abs(end - tail)) return undefined;
  const direction = end > tail ? 1 : -1;
  return {
    text,
    at: { x: tail + direction * timePadding, y: y - 4 },
    anchor: direction === 1 ? "start" : "end",
  };
}

function opposite(side: Side): number {
  return side === "left" ? inner.right : inner.left;
}

/** Throws unless the line stays visible on both sides of the label: 8 px, and the head. */
function fitting(label: Label): Label {
  const room = 8;
  if (label.box.left < inner.left + room || label.box.right > inner.right - room) {
    throw new CannotShow(
      "crowded-drawing",
      `The label "${label.text}" is ${Math.ceil(label.box.right - label.box.left)} px wide and does not fit between the lifelines. Shorten it.`,
    );
  }
  return label;
}

/** When a process is up: from the top or a restart until a crash or the bottom. */
function placeLives(rows: readonly PlacedRow[], height: number): Life[] {
  return (["left", "right"] as const).flatMap((side) => {
    const lives: Life[] = [];
    let from: number | undefined = headHeight;
    for (const { row, y } of rows) {
      if (!("at" in row) || row.at !== side) continue;
      if (row.kind === "crash" && from !== undefined) {
        lives.push({ side, from, to: y });
        from = undefined;
      }
      if (row.kind === "restart") from = y;
    }
    return from === undefined ? lives : [...lives, { side, from, to: height }];
  });
}
