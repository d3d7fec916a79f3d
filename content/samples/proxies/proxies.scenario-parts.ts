// The four proxies as their files say, and the runs behind each.
import type {
  HeldPoint,
  Proxy,
} from "../../../src/lab/scenario.ts";

export const proxies = {
  nginx: { config: "nginx.conf" },
  HAProxy: { config: "haproxy.cfg" },
  Envoy: { config: "envoy.yaml" },
  Caddy: { config: "orders.caddyfile" },
} satisfies Record<string, Proxy>;

/** Both servers of a file are the one of the run, unchecked. */
export const oneServer = {
  nginx: { ":50052": ":50051" },
  HAProxy: { ":50052": ":50051", " check inter 1s": "" },
  Envoy: { "50052": "50051" },
  Caddy: { "h2c://127.0.0.1:50052": "" },
};

export const proxiesOfOne = {
  nginx: { config: "nginx.conf", instead: oneServer.nginx },
  HAProxy: { config: "haproxy.cfg", instead: oneServer.HAProxy },
  Envoy: { config: "envoy.yaml", instead: oneServer.Envoy },
  Caddy: { config: "orders.caddyfile", instead: oneServer.Caddy },
} satisfies Record<string, Proxy>;

export const behindEach = {
  nginx: { behind: "nginx" },
  HAProxy: { behind: "HAProxy" },
  Envoy: { behind: "Envoy" },
  Caddy: { behind: "Caddy" },
} satisfies Record<string, HeldPoint>;

/** The number in the one line that matches; an error if none. */
export function numberIn(
  lines: readonly string[],
  pattern: RegExp,
): number {
  const found = lines.flatMap(
    (it) => pattern.exec(it)?.[1] ?? [],
  );
  return Number(found[0] ?? Number.NaN);
}
