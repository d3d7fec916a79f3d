// The consumer is killed around the commit of the fifth change.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";

export default {
  story: "the quick start",
  brokers: 1,
  programs: {
    publisher: {
      file: "publish.ts",
      ready: "o-3: 3 acknowledged",
    },
    consumer: { file: "consume.ts" },
  },
  over: (look) =>
    look.hasEnded("consumer") || changes(look).length === 9,
  heldPoints: {
    nothing: {},
    "before the commit": {
      hold: isCommit("request"),
      nth: 5,
      kill: "consumer",
    },
    "after the commit": {
      hold: isCommit("response"),
      nth: 5,
      kill: "consumer",
    },
  },
  counts: (look) => ({
    handled: changes(look).length,
    committed: look.seen.filter(isCommit("response")).length,
  }),
  mustHold: {
    "no change is committed before it is handled": (counts) =>
      Number(counts["handled"]) >= Number(counts["committed"]),
  },
  without: {
    file: "consume.ts",
    line: `    console.log(change.key, change.value); // the work
    await change.commit();`,
    instead: `    await change.commit();
    console.log(change.key, change.value);`,
    says: "with the commit first",
    fails: {
      at: "after the commit",
      counts: { handled: 4, committed: 5 },
    },
  },
} satisfies Scenario;

/** Lines that the consumer prints for a change: "o-1 packed". */
function changes({ output }: Look): string[] {
  return output("consumer").filter((it) => it.startsWith("o-"));
}

function isCommit(kind: "request" | "response") {
  return ({ event }: Seen) =>
    event.kind === kind && event.api === "OffsetCommit";
}
