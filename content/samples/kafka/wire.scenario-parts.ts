// What the scenarios of this section count on the wire.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";
import type { KafkaEvent } from "../../../src/lab/tap/wire-event.ts";

export interface Produced {
  readonly requests: number;
  /** Records, where they are not compressed. */
  readonly records: number;
  /** Of whole requests, with their headers. */
  readonly bytes: number;
}

/** What was sent to be written, by one program or by all. */
export function countProduced(
  { seen }: Look,
  program?: string,
): Produced {
  const requests = seen
    .filter(
      ({ from }) => program === undefined || from === program,
    )
    .flatMap(produceRequest);
  return {
    requests: requests.length,
    records: sum(requests.map(({ records }) => records.length)),
    bytes: sum(requests.map(({ start, end }) => end - start)),
  };
}

/** The request, if it is one that writes. */
export function produceRequest({ event }: Seen): KafkaEvent[] {
  return event.kind === "request" && event.api === "Produce"
    ? [event]
    : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0);
}

/** One program that makes its topics; nothing breaks. */
export function readTopic(file: string) {
  return {
    story: "the standard run",
    brokers: 1,
    programs: { shop: { file } },
    over: ({ hasEnded }) => hasEnded("shop"),
    heldPoints: { nothing: {} },
    counts: () => ({}),
    mustHold: {},
  } satisfies Scenario;
}
