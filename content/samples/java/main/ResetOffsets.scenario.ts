// Nothing breaks: two groups are set back while they read.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default {
  ...oneProgram("ResetOffsets.java"),
  counts: ({ output }) => {
    const offset = (start: string): number =>
      Number(
        output("shop")
          .find((line) => line.startsWith(start))
          ?.slice(start.length) ?? Number.NaN,
      );
    return {
      "refused, then": offset("subscribed: then "),
      "set back, then": offset("assigned: then "),
      "set back, 3 s later": offset("assigned: after 3 s "),
    };
  },
  mustHold: {
    "an active group is not set back": (counts) =>
      counts["refused, then"] === 10,
    "a consumer with assign() commits its old offset again": (
      counts,
    ) =>
      counts["set back, then"] === 0 &&
      counts["set back, 3 s later"] === 10,
  },
} satisfies Scenario;
