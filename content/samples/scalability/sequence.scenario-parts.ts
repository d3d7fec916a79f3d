// What the scenarios of this section count in the book.
import type { Look } from "../../../src/lab/scenario.ts";
import { standardRun } from "../shop/standard-run.ts";

export interface Handled {
  readonly topic: string;
  readonly partition: string;
  readonly orderId: string;
  /** Its place among all events, as Orders sent them. */
  readonly place: number;
}

const places = new Map(
  standardRun().map(({ eventId }, place) => [eventId, place]),
);

/** In the sequence of the work. */
export function handledIn({ lines }: Look): readonly Handled[] {
  return lines("handled.txt").map((line) => {
    const [topic = "", partition = "", id = ""] = line.split(" ");
    const place = places.get(id) ?? Number.NaN;
    const orderId = id.slice(0, id.indexOf("."));
    return { topic, partition, orderId, place };
  });
}

/** How many units had an event handled before an earlier one. */
export function countOutOfSequence(
  events: readonly Handled[],
  unitOf: (event: Handled) => string,
): number {
  const units = [...Map.groupBy(events, unitOf).values()];
  return units.filter((own) =>
    own.some(
      ({ place }, index) => place < (own[index - 1]?.place ?? -1),
    ),
  ).length;
}

/** Of how many orders the events lie in two partitions. */
export function countSplit(events: readonly Handled[]): number {
  const orders = Map.groupBy(events, ({ orderId }) => orderId);
  return [...orders.values()].filter(
    (own) =>
      new Set(own.map(({ partition }) => partition)).size > 1,
  ).length;
}
