// Killed, and back a second later under the same name.
import type {
  HeldPoint,
  Look,
  Scenario,
} from "../../../../src/lab/scenario.ts";

const file = "StaticMemberBack.java";
const AT_ONCE = "has its partitions, at once";
const LATE = "has its partitions, after 30 s or more";

/** SIGKILL once both read. */
function kill(member: string): HeldPoint {
  return {
    until: (look) => count(look, AT_ONCE) === 2,
    kill: member,
    backAfterMs: 1_000,
  };
}

function count({ output }: Look, words: string): number {
  return [...output("classic"), ...output("consumer")].filter(
    (line) => line.startsWith(words),
  ).length;
}

export default {
  story: "Tuesday's deploy",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    classic: { file, arguments: ["classic"] },
    consumer: { file, arguments: ["consumer"] },
  },
  // Both read, and the one that was killed reads again.
  over: (look) => count(look, "has its partitions") === 3,
  heldPoints: {
    "group.protocol=classic": kill("classic"),
    "group.protocol=consumer": kill("consumer"),
  },
  counts: (look) => ({
    refused: count(look, "is refused"),
    "back at once": count(look, AT_ONCE) - 2,
    "back after 30 s or more": count(look, LATE),
  }),
  mustHold: {
    "who is refused is back when the session has ended": (
      counts,
    ) => counts["refused"] === counts["back after 30 s or more"],
  },
} satisfies Scenario;
