// Readers of one speed, one for each partition.
import { appendFileSync } from "node:fs";
import type { ReadEvent } from "../kafka/what-was-read.ts";

const BOOK = "handled.txt";

/** In every round each reader handles its next event. */
export function inRounds(
  events: readonly ReadEvent[],
): readonly ReadEvent[] {
  const readers = Map.groupBy(
    events,
    ({ partition }) => partition,
  );
  return [...readers.values()]
    .flatMap((own) =>
      own.map((event, round) => ({ event, round })),
    )
    .sort(
      (a, b) =>
        a.round - b.round ||
        a.event.partition - b.event.partition,
    )
    .map(({ event }) => event);
}

/** Writes down what was handled, in the sequence of the work. */
export function handle(
  topic: string,
  events: readonly ReadEvent[],
): void {
  for (const { partition, eventId = "" } of inRounds(events)) {
    appendFileSync(BOOK, `${topic} ${partition} ${eventId}\n`);
  }
}
