import { z } from "astro/zod";

const text = z.string().min(1);

/**
 * A line of a wire file, named by its label: `Handled 500`. The beginning of a label is enough, up to a space. A program
 * pair before it tells which way: `orders>warehouse Delivery 500`; `warehouse> killed`. `#2` before that means the second
 * such line of the file.
 */
const choiceSchema = z.union([
  text,
  z.strictObject({
    event: text,
    /** The piece of the line's label that is shown. */
    label: text.optional(),
    /** An explanation of the row, in words; numbered in order. */
    note: text.optional(),
    /** How it is drawn, where its label does not tell. */
    kind: z.enum(["call", "message", "ack", "status"]).optional(),
  }),
]);

const sideSchema = z.strictObject({
  name: text,
  /** "server", "client": soft, below the name. */
  role: text.optional(),
  /** As the wire file names it; the name in small letters without this. */
  program: text.optional(),
});

export const recordedSchema = z.strictObject({
  sample: text,
  /** The held point; without it the first run whose wire was kept. */
  run: text.optional(),
  /** The run in which the line was taken out. */
  without: z.boolean().default(false),
  events: z.array(choiceSchema).min(1).max(12, "More than 12 events are too many to follow."),
  left: sideSchema.default({ name: "Orders" }),
  right: sideSchema.default({ name: "Warehouse" }),
  system: z.enum(["wire", "log"]).default("wire"),
  /** What comes after "Recorded 23 Nov 2026.", in sentences. */
  caption: text.optional(),
});

export type Choice = z.output<typeof choiceSchema>;
export type RecordedSide = z.output<typeof sideSchema>;

/** What a choice's words ask for. */
export interface Wanted {
  /** From 1; the next one without this. */
  readonly nth: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly label: string;
}

/**
 * @example
 * readWanted("#2 orders>warehouse Delivery 500") // { nth: 2, from: "orders", to: "warehouse", label: "Delivery 500" }
 */
export function readWanted(words: string): Wanted {
  const [, nth, from, to, label] =
    /^(?:#(\d+)\s+)?(?:([\w.-]+)>([\w.-]*)\s+)?(.+)$/.exec(words.trim()) ?? [];
  return { nth: nth === undefined ? undefined : Number(nth), from, to, label: label ?? words };
}
