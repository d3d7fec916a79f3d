// A client that is told of health checks, and a proxy that makes them.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "one of three servers is not serving",
  programs: { client: { file: "not-serving.ts" } },
  proxies: { Envoy: { config: "envoy-health.yaml" } },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {}, Envoy: { behind: "Envoy" } },
  counts: (look) => ({
    "calls, first not serving": callsOf(look, "first"),
    "calls, two not serving": callsOf(look, "first and second"),
  }),
  mustHold: {},
} satisfies Scenario;

/** Calls that the first server got meanwhile. */
function callsOf({ output }: Look, who: string): number {
  const said = `${who} not serving = `;
  const line = output("client").find((it) => it.startsWith(said));
  return Number(
    line?.slice(said.length).split(", ")[0] ?? Number.NaN,
  );
}
