// Each proxy with no time-out but those that it has by itself.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

/** Seconds and status of one line; nothing while it is open. */
function endOf(
  { output }: Look,
  who: string,
): Record<string, number> {
  const [name = ""] = who.split(" ");
  const line = output("client").find((it) =>
    it.startsWith(`${who} silent: `),
  );
  if (line?.endsWith("still open") === true) return {};
  const [, seconds, code] =
    /after (\d+) s = (\d+) /.exec(line ?? "") ?? [];
  return {
    [`${name} silent, s`]: Number(seconds ?? Number.NaN),
    [`${name} silent, status`]: Number(code ?? Number.NaN),
  };
}

export default {
  story: "time-outs that nobody has set",
  long: true,
  programs: { client: { file: "silent-by-default.ts" } },
  proxies: {
    nginx: { config: "default.conf" },
    "nginx, grpc_read_timeout 1h": {
      config: "default.conf",
      instead: { "50051;": "50051; grpc_read_timeout 1h;" },
    },
    "HAProxy, Debian's file": { config: "default.cfg" },
    Envoy: { config: "default.yaml" },
    "Envoy, timeout: 0s": {
      config: "default.yaml",
      instead: {
        "{ cluster: orders }": "{ cluster: orders, timeout: 0s }",
      },
    },
    Caddy: { config: "default.caddyfile" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: {
    nginx: { behind: "nginx" },
    "nginx, grpc_read_timeout 1h": {
      behind: "nginx, grpc_read_timeout 1h",
    },
    "HAProxy, Debian's file": {
      behind: "HAProxy, Debian's file",
    },
    Envoy: { behind: "Envoy" },
    "Envoy, timeout: 0s": { behind: "Envoy, timeout: 0s" },
    Caddy: { behind: "Caddy" },
  },
  counts: (look) => ({
    ...endOf(look, "server is"),
    ...endOf(look, "both are"),
    ...endOf(look, "client is"),
  }),
  mustHold: {
    "no stream that was ended reads OK": (counts) =>
      !Object.values(counts).includes(0),
  },
} satisfies Scenario;
