// Nothing breaks: one program asks for two-phase commit.
import type { Scenario } from "../../../../src/lab/scenario.ts";
import { oneProgram } from "../../symptoms/one-program.scenario-parts.ts";

export default {
  ...oneProgram("TwoPhaseCommit.java"),
  counts: ({ output }) => {
    const lines = output("shop");
    return {
      "calls that prepare": lines.filter((line) =>
        line.startsWith("  prepare"),
      ).length,
      "producers that are ready": lines.filter((line) =>
        /: ready/.test(line),
      ).length,
      "seconds until the broker ends a transaction":
        Number(
          /^two-phase: .* (\d+) ms$/m.exec(lines.join("\n"))?.[1],
        ) / 1_000,
    };
  },
  mustHold: {
    "no call prepares a transaction": (counts) =>
      counts["calls that prepare"] === 0,
    "both producers are ready": (counts) =>
      counts["producers that are ready"] === 2,
    "the broker ends the transactions of both after a minute": (
      counts,
    ) =>
      counts["seconds until the broker ends a transaction"] ===
      60,
  },
} satisfies Scenario;
