// Counts the sends that have ended when a limit has passed.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const LIMIT_MS = 15_000;
const LOOK_MS = 100;

/** How many of these fail in time, and how many still wait. */
export async function watch(
  says: string,
  sends: readonly Promise<unknown>[],
  limitMs = LIMIT_MS,
): Promise<void> {
  const counts = { done: 0, failed: 0 };
  const ends = sends.map((sent) =>
    sent.then(
      () => void (counts.done += 1),
      () => void (counts.failed += 1),
    ),
  );
  const limit = sleep(limitMs, undefined, { ref: false });
  await Promise.race([Promise.all(ends), limit]);
  const waiting = sends.length - counts.done - counts.failed;
  console.log(
    `${says}: ${counts.failed} failed, ${waiting} waiting`,
  );
}

/** Until nothing listens at the address of the broker. */
export async function untilGone(): Promise<void> {
  const [host = "", port] = KAFKA_BROKERS.split(":");
  for (let isThere = true; isThere; await sleep(LOOK_MS)) {
    const ends = Promise.withResolvers<boolean>();
    const socket = connect(Number(port), host)
      .once("connect", () => ends.resolve(true))
      .once("error", () => ends.resolve(false));
    isThere = await ends.promise;
    socket.destroy();
  }
}
