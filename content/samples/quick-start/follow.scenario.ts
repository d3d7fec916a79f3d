// The server is killed when the client has five changes.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "the quick start",
  programs: {
    server: { file: "serve.ts", ready: "ready" },
    client: { file: "follow.ts" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    "killed after five": {
      until: (look) => changes(look).length === 5,
      kill: "server",
      backAfterMs: 100,
    },
  },
  counts: (look) => ({
    changes: new Set(changes(look)).size,
    twice: changes(look).length - new Set(changes(look)).size,
  }),
  mustHold: {
    "every change is handled once": ({ changes, twice }) =>
      changes === 12 && twice === 0,
  },
  without: {
    file: "follow.ts",
    line: "      cursor = next.cursor; // after the work\n",
    says: "without the cursor",
    fails: {
      at: "killed after five",
      counts: { changes: 12, twice: 5 },
    },
  },
} satisfies Scenario;

/** Lines that the client prints for a change: "3 o-1 packed". */
function changes({ output }: Look): string[] {
  return output("client").filter((line) => /^\d+ o-/.test(line));
}
