// Three spellings of one key, through each proxy.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  oneServer,
  proxiesOfOne,
} from "./proxies.scenario-parts.ts";

const KEYS = ["user-id", "user_id", "user.id"];
const UNDERSCORES = "underscores_in_headers on";
const INVALID = "ignore_invalid_headers off";

/** nginx with one line more for its whole http block. */
const nginxWith = (line: string) => ({
  config: "nginx.conf",
  instead: {
    ...oneServer.nginx,
    "access_log off;": `access_log off; ${line};`,
  },
});

export default {
  story: "metadata keys that arrive",
  programs: { client: { file: "metadata-keys.ts" } },
  proxies: {
    ...proxiesOfOne,
    [`nginx, ${UNDERSCORES}`]: nginxWith(UNDERSCORES),
    [`nginx, ${INVALID}`]: nginxWith(INVALID),
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nothing: {},
    ...behindEach,
    [`nginx, ${UNDERSCORES}`]: {
      behind: `nginx, ${UNDERSCORES}`,
    },
    [`nginx, ${INVALID}`]: { behind: `nginx, ${INVALID}` },
  },
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
