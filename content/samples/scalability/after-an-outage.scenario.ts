// An outage of 20 s, ended by the same server.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

const NAMES = [
  "defaults",
  "a limit of 2 s",
  "a new client, equal options",
  "a new client, one option more",
] as const;

export default {
  story: "Orders is away for 20 s",
  programs: { shop: { file: "after-an-outage.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: (look) =>
    Object.fromEntries(
      NAMES.map((name) => [`ms, ${name}`, waitOf(look, name)]),
    ),
  moving: NAMES.map((name) => `ms, ${name}`),
  mustHold: {
    "with a limit of 2 s a good call comes within 2.6 s": (
      counts,
    ) => (counts["ms, a limit of 2 s"] ?? Number.NaN) < 2_600,
    "a new client with equal options is no sooner": (counts) => {
      const equal = counts["ms, a new client, equal options"];
      const asItIs = counts["ms, defaults"];
      return (
        equal !== undefined &&
        asItIs !== undefined &&
        equal > asItIs - 500
      );
    },
  },
} satisfies Scenario;

function waitOf({ lines }: Look, name: string): number {
  const said = `${name} = `;
  const line = lines("waits.txt").find((it) =>
    it.startsWith(said),
  );
  return Number(line?.slice(said.length) ?? Number.NaN);
}
