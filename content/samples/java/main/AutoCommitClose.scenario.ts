// Nothing breaks but the handler of one event.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default {
  ...oneProgram("AutoCommitClose.java"),
  counts: ({ output }) => {
    const numberOf = (name: string): number =>
      Number(
        output("shop")
          .find((line) => line.startsWith(`${name} = `))
          ?.split(" = ")[1] ?? Number.NaN,
      );
    return {
      "committed by close()": numberOf("automatic: committed"),
      "handled before it": numberOf("automatic: handled"),
      "committed when done": numberOf("when done: committed"),
      "handled and done": numberOf("when done: handled"),
    };
  },
  mustHold: {
    "close() commits events that were not handled": (counts) =>
      counts["handled before it"] === 3 &&
      counts["committed by close()"] === 10,
    "a commit when done commits what was handled": (counts) =>
      counts["handled and done"] === 3 &&
      counts["committed when done"] === 3,
  },
} satisfies Scenario;
