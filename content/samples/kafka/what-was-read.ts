// What a reader has read of a topic, whichever client reads.

export interface ReadEvent {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | undefined;
  readonly eventId: string | undefined;
}

export interface ReadOptions {
  readonly topic?: string;
  /** From the group's place, or from the start all the same. */
  readonly from: "committed" | "earliest";
  readonly count: number;
}

/** Of three partitions. */
export function areTheSame(
  some: readonly ReadEvent[],
  others: readonly ReadEvent[],
): boolean {
  return [0, 1, 2].every(
    (it) => eventsIn(some, it) === eventsIn(others, it),
  );
}

/** A partition's events, in the order in which it has them. */
function eventsIn(
  events: readonly ReadEvent[],
  partition: number,
): string {
  return events
    .filter((event) => event.partition === partition)
    .map(({ offset, eventId }) => `${offset} ${eventId}`)
    .join();
}
