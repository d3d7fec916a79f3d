// Nothing breaks: the order in which a cancel crosses the wire.
import type {
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";

export default {
  story: "a cancelled upload",
  programs: { shop: { file: "cancel-an-upload.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ seen }) => ({
    resets: seen.filter(isReset).length,
    "half-closes before": seen
      .slice(0, seen.findIndex(isReset))
      .filter(isHalfClose).length,
  }),
  mustHold: {
    "a half-close crosses before the reset": (counts) =>
      counts["resets"] === 1 &&
      counts["half-closes before"] === 1,
  },
} satisfies Scenario;

function isReset({ event }: Seen): boolean {
  return event.kind === "reset" && event.code === "CANCEL";
}

function isHalfClose({ event }: Seen): boolean {
  return event.kind === "end" && event.direction === "out";
}
