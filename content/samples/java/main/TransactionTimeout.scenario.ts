// Nothing breaks: two producers, both too slow.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default {
  ...oneProgram("TransactionTimeout.java"),
  counts: ({ output }) => {
    const lines = output("shop");
    const second = lines.indexOf("the first call is a send:");
    const count = (from: number, to: number): number =>
      lines
        .slice(from, to)
        .filter((line) => line.endsWith(": done")).length;
    return {
      "done after a commit": count(0, second),
      "done after a send": count(second, lines.length),
    };
  },
  mustHold: {
    "after a commit nothing works": (counts) =>
      counts["done after a commit"] === 0,
    "after a send the abort and the next transaction do": (
      counts,
    ) => counts["done after a send"] === 2,
  },
} satisfies Scenario;
