import type { WireLine } from "../../../receipts/receipt.ts";
import { formatCount } from "../../../receipts/fault-table.ts";
import { nearestNames } from "../../../report/nearest.ts";
import type { Hue } from "../../../samples/systems.ts";
import type { Row, Side, TimedRow } from "../sequence/rows.ts";
import { CannotShow, showingPart } from "../cannot-show.ts";
import { readWanted, type Choice, type RecordedSide, type Wanted } from "./choices.ts";

interface Sides {
  readonly left: RecordedSide;
  readonly right: RecordedSide;
  readonly system: Hue;
}

/** A row of the drawing, and the index of its line in the wire file. A cut in time has no line. */
export interface RecordedRow {
  readonly row: TimedRow;
  readonly line: number | undefined;
}

/**
 * Makes the rows of a recorded drawing: the chosen lines of a wire file, and between them how many other lines there
 * are.
 *
 * @throws CannotShow for a choice that matches no line or comes before the one above it, for a line of a program that
 * is not drawn, and for a cut that would hide the death or restart of a drawn program
 */
export function buildRecordedRows(
  wire: readonly WireLine[],
  choices: readonly Choice[],
  sides: Sides,
): RecordedRow[] {
  const rows: RecordedRow[] = [];
  let before = -1;
  for (const [index, choice] of choices.entries()) {
    const { event, ...shown } = typeof choice === "string" ? { event: choice } : choice;
    before = showingPart(["events", index], () => {
      const line = findLine(wire, readWanted(event), event, before);
      const skipped = line - before - 1;
      if (rows.length > 0 && skipped > 0) {
        refuseHidden(wire.slice(before + 1, line), sides);
        const label = `${formatCount(skipped)} more`;
        rows.push({ row: { kind: "more", label }, line: undefined });
      }
      const found = wire[line];
      if (found !== undefined) rows.push({ row: drawLine(found, shown, sides), line });
      return line;
    });
  }
  return rows;
}

function findLine(
  wire: readonly WireLine[],
  wanted: Wanted,
  words: string,
  before: number,
): number {
  const matching = wire.flatMap((line, index) => (matches(line, wanted) ? [index] : []));
  const line =
    wanted.nth === undefined ? matching.find((index) => index > before) : matching[wanted.nth - 1];
  if (line !== undefined && line > before) return line;
  if (matching.length === 0) {
    // Labels are matched by their beginning, so the suggestions are beginnings too.
    const count = wanted.label.split(" ").length;
    const beginnings = wire.map(({ label }) => label.split(" ").slice(0, count).join(" "));
    const near = nearestNames(wanted.label, [...new Set(beginnings)]);
    const there = near.map((label) => `"${label}"`).join(", ");
    throw new CannotShow(
      "unknown-event",
      `No line of the wire file is "${words}".${there === "" ? "" : ` Nearest: ${there}.`}`,
    );
  }
  if (wanted.nth !== undefined && line === undefined)
    throw new CannotShow(
      "unknown-event",
      `"${words}": the wire file has ${matching.length} such lines.`,
    );
  const above = wire[before];
  throw new CannotShow(
    "unknown-event",
    `"${words}" crossed before "${above?.label}", which stands above it. List events in the order of the wire file.`,
  );
}

function matches(line: WireLine, { label, from, to }: Wanted): boolean {
  return (
    (line.label === label || line.label.startsWith(`${label} `)) &&
    (from === undefined || line.from === from) &&
    (to === undefined || line.to === to)
  );
}

function drawLine(
  line: WireLine,
  { label, note, kind }: Exclude<Partial<Exclude<Choice, string>>, string>,
  sides: Sides,
): TimedRow {
  if (label !== undefined && !line.label.includes(label))
    throw new CannotShow("unknown-event", `"${line.label}" has no piece "${label}" to show.`);
  const words = label ?? line.label;
  const time = formatTime(line.ms);
  const explained = note === undefined ? {} : { note };
  const from = sideOf(line.from, line, sides);
  if (line.to === "") {
    const happened = line.label === "killed" ? "crash" : "restart";
    return { kind: happened, at: from, label: `${words} at ${time}`, ...explained };
  }
  sideOf(line.to, line, sides);
  const shape = shapeOfNote(line.note) ?? kind ?? shapeOfLabel(line, sides.system);
  return { kind: shape, from, label: words, time, ...explained };
}

type Shape = Extract<Row, { from: Side }>["kind"];

/** The shape that follows from what the tap did with a message. */
function shapeOfNote(note: string): Shape | undefined {
  return note === "held" ? "stalled" : undefined;
}

/**
 * The shape that follows from a label: `Handled 500` acknowledges, `0 OK` and a reset end a call, and a single word
 * in gRPC is the name of a called method.
 */
function shapeOfLabel({ label, from }: WireLine, system: Sides["system"]): Shape {
  if (system === "log")
    return from === "broker" && /^(?:Produce|OffsetCommit)\b/.test(label) ? "ack" : "message";
  if (/^Handled\b/.test(label)) return "ack";
  if (/^(?:\d{1,2} [A-Z]|RST_STREAM\b)/.test(label)) return "status";
  return /^[A-Z][A-Za-z]*$/.test(label) ? "call" : "message";
}

function sideOf(program: string, line: WireLine, sides: Sides): Side {
  const side = findSide(program, sides);
  if (side !== undefined) return side;
  throw new CannotShow(
    "unknown-event",
    `"${line.label}" is of ${program}, which is not drawn: ${programOf(sides.left)} is on the left, ${programOf(sides.right)} on the right. Name it with left={{ name: "…", program: "${program}" }}.`,
  );
}

function findSide(program: string, { left, right }: Sides): Side | undefined {
  if (program === programOf(left)) return "left";
  return program === programOf(right) ? "right" : undefined;
}

function programOf({ name, program }: RecordedSide): string {
  return program ?? name.toLowerCase();
}

/** Throws when a cut would hide that a drawn program was killed or restarted. */
function refuseHidden(skipped: readonly WireLine[], sides: Sides): void {
  const hidden = skipped.find(({ from, to }) => to === "" && findSide(from, sides) !== undefined);
  if (hidden === undefined) return;
  throw new CannotShow(
    "unknown-event",
    `Between two chosen events ${hidden.from} was ${hidden.label}. Choose that too: "${hidden.from}> ${hidden.label}".`,
  );
}

/** 5012 → "5.012 s" */
function formatTime(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
