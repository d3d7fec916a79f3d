// Nothing breaks: a ping each tenth of a second is answered.
import type {
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";

const ENOUGH = 10;

export default {
  story: "a client that pings too often",
  programs: { shop: { file: "pings.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ seen }) => ({
    // How many more there are is the clock's.
    "pings answered": seen.filter(isAnswer).slice(0, ENOUGH)
      .length,
    "too many pings": seen.filter(isComplaint).length,
  }),
  mustHold: {
    "no ping is one too many": (counts) =>
      counts["too many pings"] === 0,
  },
} satisfies Scenario;

function isAnswer({ event }: Seen): boolean {
  return (
    event.kind === "frame" &&
    event.type === "PING" &&
    event.direction === "in" &&
    event.ack
  );
}

function isComplaint({ event }: Seen): boolean {
  return (
    event.kind === "frame" &&
    event.type === "GOAWAY" &&
    event.direction === "in" &&
    event.detail?.startsWith("ENHANCE_YOUR_CALM") === true
  );
}
