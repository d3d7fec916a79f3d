// An outage of 32 s, ended by the same server.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

/** A count's name → what the program calls that client. */
const CLIENTS = {
  defaults: "defaults",
  "limit of 2 s": "a limit of 2 s",
  "equal options": "a new client, equal options",
  "one more": "a new client, one option more",
};

export default {
  story: "Orders is away for 32 s",
  programs: { shop: { file: "after-an-outage.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  // Seconds from the return of Orders to a good call.
  counts: (look) =>
    Object.fromEntries(
      Object.entries(CLIENTS).map(([name, client]) => [
        name,
        waitOf(look, client),
      ]),
    ),
  moving: Object.keys(CLIENTS),
  mustHold: {
    "with a limit of 2 s a good call comes within 2.6 s": (
      counts,
    ) => (counts["limit of 2 s"] ?? Number.NaN) < 2.6,
    "a new client with equal options is no sooner": (counts) =>
      (counts["equal options"] ?? Number.NaN) >
      (counts["defaults"] ?? Number.NaN) - 0.5,
  },
  without: {
    file: "reconnect-soon.ts",
    line: '"grpc.max_reconnect_backoff_ms": 2_000,',
    says: "without the limit",
    fails: { at: "nothing", counts: {} },
  },
} satisfies Scenario;

function waitOf({ lines }: Look, client: string): number {
  const said = `${client} = `;
  const line = lines("waits.txt").find((it) =>
    it.startsWith(said),
  );
  const ms = Number(line?.slice(said.length) ?? Number.NaN);
  return Math.round(ms / 100) / 10;
}
