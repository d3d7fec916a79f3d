// What each member of a group reads, until all of it is read.
import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "../kafka/join-group.ts";

const PATIENCE_MS = 30_000;

/** Events of each member; throws if some do not come. */
export async function readAll(
  members: readonly Member[],
  events: number,
): Promise<readonly number[]> {
  const read = members.map(() => 0);
  const total = () => read.reduce((sum, it) => sum + it, 0);
  const stop = () =>
    Promise.all(members.map(({ stream }) => stream.close()));
  const reading = Promise.all(
    members.map(async ({ stream }, index) => {
      for await (const _ of stream) {
        read[index] = (read[index] ?? 0) + 1;
        // A topic has no end: the last event stops all members.
        if (total() === events) await stop();
      }
    }),
  );
  const late = new AbortController();
  const tooLate = sleep(PATIENCE_MS, undefined, late).then(() => {
    throw new Error(`${total()} of ${events} events came.`);
  });
  await Promise.race([reading, tooLate]);
  late.abort();
  await tooLate.catch(() => undefined);
  return read;
}

/** Most first: which member has which partition is chance. */
export function byCount(read: readonly number[]): string {
  return read.toSorted((a, b) => b - a).join(", ");
}
