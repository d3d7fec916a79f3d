// Three spellings of one key, through each proxy.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

const KEYS = ["user-id", "user_id", "user.id"];

export default {
  story: "metadata keys that arrive",
  programs: { client: { file: "metadata-keys.ts" } },
  proxies: proxiesOfOne,
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {}, ...behindEach },
  counts: ({ output }) =>
    Object.fromEntries(
      KEYS.map((key) => [
        key,
        output("client").includes(`${key} = u-7`) ? 1 : 0,
      ]),
    ),
  mustHold: {
    "user-id arrives": (counts) => counts["user-id"] === 1,
  },
} satisfies Scenario;
