// The data, layout and description of the drawing that shows which group member reads which partition.
import { z } from "astro/zod";
import { count } from "../../report/words.ts";

const label = z.string().min(1);
const most = 6;

/** A topic's partitions and a group's members. Each partition has one member, but a member may have no partition. */
export const assignmentSchema = z
  .strictObject({
    topic: label,
    group: label,
    partitions: z.number().int().min(1).max(most),
    members: z
      .array(
        z.strictObject({
          name: label,
          /** Partition numbers from 0. An idle member has none. */
          has: z.array(z.number().int().nonnegative()),
        }),
      )
      .min(1)
      .max(most),
    /** Begins with "Drawn." or "Recorded." */
    caption: z.string().regex(/^(Drawn|Recorded)\. /, 'begins with "Drawn." or "Recorded."'),
  })
  .superRefine(({ partitions, members }, { addIssue }) => {
    const all = members.flatMap(({ has }) => has);
    for (const partition of new Set(all)) {
      if (partition >= partitions) addIssue(`There is no partition ${partition}.`);
    }
    for (let partition = 0; partition < partitions; partition += 1) {
      const readers = all.filter((it) => it === partition).length;
      if (readers !== 1) addIssue(`Partition ${partition} has ${readers} members, and needs one.`);
    }
    if (new Set(members.map(({ name }) => name)).size < members.length)
      addIssue("Two members have one name.");
  });

export type Assignment = z.output<typeof assignmentSchema>;

/** Drawings are never scaled: 1 unit is 1 px on every screen. */
const pitch = 42;
const firstRow = 62;
/** The x of the last cell's edge, and of a member's bar. */
const logEnd = 116;
const memberBar = 176;

export interface AssignmentDrawing {
  readonly height: number;
  /** The y of the middle of each partition's row. */
  readonly partitions: readonly number[];
  readonly members: readonly { readonly name: string; readonly says: string; readonly y: number }[];
  /** Paths, with arrow heads, from the end of each partition to its member. */
  readonly lines: readonly string[];
}

export function layOutAssignment({ partitions, members }: Assignment): AssignmentDrawing {
  const yOf = (row: number): number => firstRow + row * pitch;
  return {
    height: yOf(Math.max(partitions, members.length) - 1) + 20,
    partitions: Array.from({ length: partitions }, (_, row) => yOf(row)),
    members: members.map(({ name, has }, row) => ({ name, says: nameParts(has), y: yOf(row) })),
    lines: members.flatMap(({ has }, row) => has.map((from) => drawLine(yOf(from), yOf(row)))),
  };
}

function drawLine(from: number, to: number): string {
  const tip = memberBar - 4;
  const turned = (Math.atan2(to - from, tip - logEnd) * 180) / Math.PI;
  return `M${logEnd + 4} ${from}L${tip} ${to}${openHead(turned)}`;
}

/** An open arrow head of 7 × 6 px, turned with its line. */
function openHead(degrees: number): string {
  const turn = (x: number, y: number): string => {
    const angle = (degrees * Math.PI) / 180;
    const at = [
      x * Math.cos(angle) - y * Math.sin(angle),
      x * Math.sin(angle) + y * Math.cos(angle),
    ];
    return at.map((it) => Number(it.toFixed(1))).join(" ");
  };
  return `m${turn(-7, -3)}l${turn(7, 3)}l${turn(-7, 3)}`;
}

function nameParts(has: readonly number[]): string {
  if (has.length === 0) return "idle";
  return `${has.length === 1 ? "partition" : "partitions"} ${has.join(", ")}`;
}

/** Describes the drawing for people who cannot see it. */
export function describeAssignment({ topic, group, partitions, members }: Assignment): string {
  const who = members.map(({ name, has }) =>
    has.length === 0 ? `${name} has none and is idle.` : `${name} reads ${nameParts(has)}.`,
  );
  return [
    `Topic ${topic}, ${count(partitions, "partition")}.`,
    `Group ${group}, ${count(members.length, "member")}.`,
    ...who,
  ].join(" ");
}
