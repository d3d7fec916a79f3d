import { z } from "astro/zod";

const sideSchema = z.enum(["left", "right"]);
const label = z.string().min(1);
/** An explanation of the row, in words; numbered in order. */
const note = z.string().min(1).optional();

/** One thing that happens, in the order of time. */
const rowSchema = z.discriminatedUnion("kind", [
  /** A call opens. A blank before it. */
  z.strictObject({ kind: z.literal("call"), from: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("message"), from: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("ack"), from: sideSchema, label, note }),
  /** A message that never arrives. */
  z.strictObject({ kind: z.literal("lost"), from: sideSchema, label, note }),
  /** A message that waits: flow control, or a stopped peer. */
  z.strictObject({ kind: z.literal("stalled"), from: sideSchema, label, note }),
  /** A cut in time: "133 more". */
  z.strictObject({ kind: z.literal("more"), label, note }),
  /** The end of a call. A blank before it. */
  z.strictObject({ kind: z.literal("status"), from: sideSchema, label, note }),
  /** A status that no peer sent: the library made it `at` the side that sees the call end. */
  z.strictObject({ kind: z.literal("local-status"), at: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("crash"), at: sideSchema, label, note }),
  z.strictObject({ kind: z.literal("restart"), at: sideSchema, label, note }),
]);

const processSchema = z.strictObject({
  name: label,
  /** "server", "client": soft, below the name. */
  role: label.optional(),
});

export const sequenceSchema = z.strictObject({
  left: processSchema,
  right: processSchema,
  system: z.enum(["wire", "log"]).default("wire"),
  rows: z.array(rowSchema).min(1),
  /** Begins with "Drawn." (a model) or "Recorded." (a run); that word is set bold. */
  caption: z.string().regex(/^(Drawn|Recorded)\. \S/, 'Begin with "Drawn. " or "Recorded. ".'),
});

export type Side = z.output<typeof sideSchema>;
export type Row = z.output<typeof rowSchema>;
/** A row of a recorded drawing also says when: "5.012 s". */
export type TimedRow = Row & { readonly time?: string };
export type SequenceProps = z.output<typeof sequenceSchema>;
