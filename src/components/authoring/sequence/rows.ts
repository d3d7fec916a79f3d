import { z } from "astro/zod";
import { HUE_NAMES } from "../../../samples/systems.ts";

const sideSchema = z.enum(["left", "right"]);
const label = z.string().min(1);
/** An explanation of the row. Explanations are numbered in order. */
const note = z.string().min(1).optional();

/** One event of a sequence. Rows are in order of time. */
const rowSchema = z.discriminatedUnion("kind", [
  /** A call opens; drawn with a gap before it. */
  z.strictObject({ kind: z.literal("call"), from: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("message"), from: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("ack"), from: sideSchema, label, note }),
  /** A message that never arrives. */
  z.strictObject({ kind: z.literal("lost"), from: sideSchema, label, note }),
  /** A message that has to wait because of flow control or a stopped peer. */
  z.strictObject({ kind: z.literal("stalled"), from: sideSchema, label, note }),
  /** A cut in time, such as "133 more". */
  z.strictObject({ kind: z.literal("more"), label, note }),
  /** The end of a call; drawn with a gap before it. */
  z.strictObject({ kind: z.literal("status"), from: sideSchema, label, note }),
  /** A status that no peer sent. The library on side `at` made it when the call ended there. */
  z.strictObject({ kind: z.literal("local-status"), at: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("crash"), at: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("restart"), at: sideSchema, label, note }),
]);

const processSchema = z.strictObject({
  name: label,
  /** A second, softer line below the name, such as "server" or "client". */
  role: label.optional(),
});

export const sequenceSchema = z.strictObject({
  left: processSchema,
  right: processSchema,
  system: z.enum(HUE_NAMES).default("wire"),
  rows: z.array(rowSchema).min(1),
  /** Begins with "Drawn." for a model or "Recorded." for a run. That word is set bold. */
  caption: z.string().regex(/^(Drawn|Recorded)\. \S/, 'Begin with "Drawn. " or "Recorded. ".'),
});

export type Side = z.output<typeof sideSchema>;
export type Row = z.output<typeof rowSchema>;
/** A row with the time at which it happened, "5.012 s", as recorded drawings have it. */
export type TimedRow = Row & { readonly time?: string };
export type SequenceProps = z.output<typeof sequenceSchema>;
