// Killed at 500, by the starter itself.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "Killed at 500",
  brokers: 1,
  programs: { starter: { file: "log.ts" } },
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
  return Number(line?.split(" ")[1] ?? 0);
}
