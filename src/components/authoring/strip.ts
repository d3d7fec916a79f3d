import { z } from "astro/zod";

const label = z.string().min(1);

const readerSchema = z.strictObject({
  name: label,
  /** What it does now: "just joined", "asleep". */
  state: label,
  /** A filled mark reads; a hollow one is away. */
  isAwake: z.boolean(),
});

const shared = {
  /** "gRPC streaming, a wire" */
  title: label,
  /** The event that crosses the wire, or lies in the log. */
  event: label,
  /** The drawing in words. */
  alt: label,
};

/** Two processes and an event between them, or a log with an event and its readers. */
export const stripSchema = z.discriminatedUnion("system", [
  z.strictObject({
    system: z.literal("wire"),
    ...shared,
    left: label,
    right: label,
    /** Below the left end, the event and the right end. */
    below: z.tuple([label, label, label]),
  }),
  z.strictObject({
    system: z.literal("log"),
    ...shared,
    /** Number below the event's cell. */
    offset: z.number().int().nonnegative(),
    /** Left of the event, at it, right of it. */
    readers: z.tuple([readerSchema, readerSchema, readerSchema]),
    /** Below the oldest cell and below the log's end. */
    below: z.tuple([label, label]),
  }),
]);
