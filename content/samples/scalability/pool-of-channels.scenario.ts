// Nothing breaks: pools of one, two and three channels.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { numberIn } from "../proxies/proxies.scenario-parts.ts";

export default {
  story: "300 streams, 100 on a connection",
  programs: { shop: { file: "pool-of-channels.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    "pool of 1": servedBy(look, 1),
    "pool of 2": servedBy(look, 2),
    "pool of 3": servedBy(look, 3),
  }),
  mustHold: {
    "a pool of three serves all": (counts) =>
      counts["pool of 3"] === 300,
  },
  without: {
    file: "channel-pool.ts",
    line: '{ "grpc.use_local_subchannel_pool": 1 }',
    instead: "{}",
    says: "with equal options",
    fails: {
      at: "nothing",
      counts: {
        "pool of 1": 100,
        "pool of 2": 100,
        "pool of 3": 100,
      },
    },
  },
} satisfies Scenario;

function servedBy({ output }: Look, size: number): number {
  const said = new RegExp(`^pool of ${size} = (\\d+) served`);
  return numberIn(output("shop"), said);
}
