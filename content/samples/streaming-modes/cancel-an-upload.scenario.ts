// Nothing breaks: a scanner cancels when 40 scans are read.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";

export default {
  story: "a cancelled upload",
  programs: { shop: { file: "cancel-an-upload.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { "cancelled at 40": {} },
  counts: (look) => ({
    "half-closes before the reset": halfClosesBeforeReset(look),
    recorded: look.rows("scans.db", "select * from scans").length,
  }),
  mustHold: {
    "to the server the scanner half-closes first": (counts) =>
      counts["half-closes before the reset"] === 1,
    "no scan of a part is recorded": ({ recorded }) =>
      recorded === 0,
  },
  without: {
    file: "cancel-an-upload.ts",
    line: "wholeShift(upload)",
    instead: "upload",
    says: "without the last scan",
    fails: {
      at: "cancelled at 40",
      counts: {
        "half-closes before the reset": 1,
        recorded: 40,
      },
    },
  },
} satisfies Scenario;

function halfClosesBeforeReset({ seen }: Look): number {
  const reset = seen.findIndex(isReset);
  return seen.slice(0, reset).filter(isHalfClose).length;
}

function isReset({ event }: Seen): boolean {
  return event.kind === "reset" && event.code === "CANCEL";
}

function isHalfClose({ event }: Seen): boolean {
  return event.kind === "end" && event.direction === "out";
}
