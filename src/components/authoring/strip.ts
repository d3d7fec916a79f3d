import { z } from "astro/zod";

const label = z.string().min(1);

const readerSchema = z.strictObject({
  name: label,
  /** What the reader is doing at this moment: "just joined", "asleep". */
  state: label,
  /** Whether the reader is reading. Its mark is filled if so, else hollow. */
  isAwake: z.boolean(),
});

const shared = {
  /** Such as "gRPC streaming, a wire". */
  title: label,
  /** The event that crosses the wire or lies in the log. */
  event: label,
  /** A description of the drawing for people who cannot see it. */
  alt: label,
};

/** Two processes with an event between them, or a log with an event and its readers. */
export const stripSchema = z.discriminatedUnion("system", [
  z.strictObject({
    system: z.literal("wire"),
    ...shared,
    left: label,
    right: label,
    /** Labels below the left end, the event and the right end. */
    below: z.tuple([label, label, label]),
  }),
  z.strictObject({
    system: z.literal("log"),
    ...shared,
    /** The number below the event's cell. */
    offset: z.number().int().nonnegative(),
    /** The readers left of the event, at it, and right of it. */
    readers: z.tuple([readerSchema, readerSchema, readerSchema]),
    /** Labels below the oldest cell and below the log's end. */
    below: z.tuple([label, label]),
  }),
]);
