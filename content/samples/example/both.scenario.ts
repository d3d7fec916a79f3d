// Lost leader: one of two edges is killed, by the starter itself.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "Lost leader",
  brokers: 1,
  programs: { starter: { file: "both.ts" } },
  over: ({ hasEnded }) => hasEnded("starter"),
  heldPoints: { nothing: {} },
  counts: (look) => ({ handled: handledAtTheEnd(look) }),
  mustHold: {
    "every event is handled": ({ handled }) => handled === 1_000,
  },
} satisfies Scenario;

/** "ended: 1000 events handled" → 1000. */
function handledAtTheEnd({ output }: Look): number {
  const line = output("starter").find((it) =>
    it.startsWith("ended: "),
  );
  return Number(line?.split(" ")[1] ?? Number.NaN);
}
