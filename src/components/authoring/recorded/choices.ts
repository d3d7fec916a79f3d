import { z } from "astro/zod";
import { HUE_NAMES } from "../../../samples/systems.ts";

const text = z.string().min(1);

/**
 * Names a line of a wire file by its label: `Handled 500`. The beginning of a label, up to a space, is enough.
 * Programs before it give the direction: `orders>warehouse Delivery 500`, `warehouse> killed`. `#2` before that means
 * the second such line of the file.
 */
const choiceSchema = z.union([
  text,
  z.strictObject({
    event: text,
    /** The part of the line's label to show. */
    label: text.optional(),
    /** An explanation of the row. Explanations are numbered in order. */
    note: text.optional(),
    /** How to draw the row when its label does not say. */
    kind: z.enum(["call", "message", "ack", "status"]).optional(),
  }),
]);

const sideSchema = z.strictObject({
  name: text,
  /** A second, softer line below the name, such as "server" or "client". */
  role: text.optional(),
  /** The program's name in the wire file. By default it is `name` in small letters. */
  program: text.optional(),
});

export const recordedSchema = z.strictObject({
  sample: text,
  /** The held point of the run to show. By default it is the first run whose wire was kept. */
  run: text.optional(),
  /** Whether to show the run with the guaranteeing line removed. */
  without: z.boolean().default(false),
  events: z.array(choiceSchema).min(1).max(12, "More than 12 events are too many to follow."),
  left: sideSchema.default({ name: "Orders" }),
  right: sideSchema.default({ name: "Warehouse" }),
  system: z.enum(HUE_NAMES).default("wire"),
  /** Sentences to add after "Recorded 23 Nov 2026.". */
  caption: text.optional(),
});

export type Choice = z.output<typeof choiceSchema>;
export type RecordedSide = z.output<typeof sideSchema>;

/** The line of the wire file that a choice asks for. */
export interface Wanted {
  /** Which of the matching lines, from 1. By default it is the next one. */
  readonly nth: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly label: string;
}

/**
 * Reads the words of a choice.
 *
 * @example
 * readWanted("#2 orders>warehouse Delivery 500") // { nth: 2, from: "orders", to: "warehouse", label: "Delivery 500"
 * }
 */
export function readWanted(words: string): Wanted {
  const [, nth, from, to, label] =
    /^(?:#(\d+)\s+)?(?:([\w.-]+)>([\w.-]*)\s+)?(.+)$/.exec(words.trim()) ?? [];
  return { nth: nth === undefined ? undefined : Number(nth), from, to, label: label ?? words };
}
