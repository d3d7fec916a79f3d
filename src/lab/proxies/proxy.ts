import { spawnSync, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SAMPLES_FOLDER } from "../../check/index.ts";
import { Failure } from "../../report/failure.mjs";
import { findFreePorts } from "../broker/free-ports.ts";
import type { Guard } from "../processes/guard.ts";
import type { Proxy } from "../scenario.ts";
import type { Upstream } from "../tap/tap.ts";
import { fillPorts, findLine, listPorts, PROXY_PORT, replacePieces } from "./fill-config.ts";
import type { ProxySource } from "./find-proxies.ts";
import { kindOfConfig, PROXY_KINDS, type ProxyKind } from "./kinds.ts";

/** A proxy of one run. */
export interface RunningProxy {
  /** The address that clients dial → where the proxy listens. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** What the run has in place of pieces of the configuration. */
  readonly settings: readonly string[];
  /** Makes it read its configuration again. @throws Failure for a proxy that cannot */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ProxyPlace {
  readonly guard: Guard;
  /** A port in the configuration → the port that stands for it in this run. */
  readonly ports: ReadonlyMap<number, number>;
  /** The copy of the scenario's folder, in which the configuration lies. */
  readonly folder: string;
  /** The scenario's folder below `content/samples`, for messages. */
  readonly section: string;
}

type Found = Extract<ProxySource, { kind: "proxy" }>;

/** On an idle machine each is ready in less than a second. */
const READY_LIMIT_MS = 30_000;
const CHECK_LIMIT_MS = 60_000;
const LOOK_MS = 20;
const SHOWN_LINES = 20;

/** Returns the kind of a proxy by its configuration. @throws Failure "bad-scenario" for another file */
export function kindOfProxy({ config }: Proxy): ProxyKind {
  const kind = kindOfConfig(config);
  if (kind !== undefined) return kind;
  const endings = Object.values(PROXY_KINDS).map(({ name, ending }) => `${ending} (${name})`);
  throw new Failure(
    "bad-scenario",
    `"${config}" is no configuration of a proxy.\n  Its name ends in ${endings.join(", ")}.`,
  );
}

/**
 * Chooses a free port for every port of 127.0.0.1 in the configurations of a scenario. Runs without a proxy have them
 * too: a backend that is started again then listens where the one before did.
 */
export async function choosePorts(
  proxies: readonly Proxy[],
  folder: string,
): Promise<ReadonlyMap<number, number>> {
  const texts = proxies.map(({ config }) => readFileSync(path.join(folder, config), "utf8"));
  const wanted = [...new Set(texts.flatMap(listPorts))];
  const free = await findFreePorts(wanted.length);
  return new Map(wanted.map((port, index) => [port, free[index] ?? port]));
}

/**
 * Starts a proxy with its configuration, in which other ports stand for those of 127.0.0.1.
 *
 * @throws Failure "refused-config" with the line that the proxy refuses, "proxy-not-started" with what it printed
 */
export async function startProxy(
  name: string,
  proxy: Proxy,
  { command }: Found,
  { guard, ports, folder, section }: ProxyPlace,
): Promise<RunningProxy> {
  const kind = PROXY_KINDS[kindOfProxy(proxy)];
  const shown = path.posix.join(SAMPLES_FOLDER, section, proxy.config);
  const { instead = {} } = proxy;
  const text = replacePieces(shown, readFileSync(path.join(folder, proxy.config), "utf8"), instead);
  if (!listPorts(text).includes(PROXY_PORT)) {
    throw new Failure(
      "bad-scenario",
      `${shown} does not listen on 127.0.0.1:${PROXY_PORT}.\n  Clients of a run dial this address. Type it where the proxy listens.`,
    );
  }
  const port = ports.get(PROXY_PORT) ?? PROXY_PORT;

  await using closers = new AsyncDisposableStack();
  const own = closers.adopt(guard.makeFolder("proxy"), guard.removeFolder);
  const config = path.join(own, path.basename(proxy.config));
  writeFileSync(config, fillPorts(text, ports));
  // Caddy keeps what it was told in the user's folder.
  const env = { ...process.env, HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own };
  checkConfig({ command, args: kind.check(config, own), env }, { kind: kind.name, shown, config });

  const child = guard.spawn(command, kind.run(config, own), { cwd: own, env });
  const running = follow(child);
  closers.defer(async () => {
    child.kill("SIGKILL");
    await running.ended;
  });
  await untilListening(kind.name, port, running);

  const kept = closers.move();
  return {
    upstreams: new Map([[`localhost:${PROXY_PORT}`, { program: name, port }]]),
    settings: Object.entries(instead).map(
      ([piece, other]) => `${proxy.config}: "${other}" instead of "${piece}"`,
    ),
    async reload() {
      if (kind.reload === undefined) throw cannotReload(kind.name);
      if (typeof kind.reload === "string") child.kill(kind.reload);
      else await reloadBy(guard, { command, args: kind.reload(config), own, env }, kind.name);
    },
    close: () => kept.disposeAsync(),
  };
}

/** Has the proxy check its configuration. @throws Failure "refused-config" at the line that it names */
function checkConfig(
  check: {
    readonly command: string;
    readonly args: readonly string[];
    readonly env: NodeJS.ProcessEnv;
  },
  {
    kind,
    shown,
    config,
  }: { readonly kind: string; readonly shown: string; readonly config: string },
): void {
  const { status, stdout, stderr } = spawnSync(check.command, check.args, {
    encoding: "utf8",
    env: check.env,
    cwd: path.dirname(config),
    timeout: CHECK_LIMIT_MS,
  });
  if (status === 0) return;
  const said = `${stdout}${stderr}`.trim();
  throw new Failure(
    "refused-config",
    `${shown}:${findLine(said, config)}: ${kind} refuses this configuration:\n${indent(said.replaceAll(config, shown))}`,
  );
}

interface Running {
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  readonly ended: Promise<void>;
}

function follow(child: ChildProcess): Running {
  let said = "";
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      isOver = true;
      resolve();
    });
  });
  return { said: () => said, hasEnded: () => isOver, ended };
}

async function untilListening(kind: string, port: number, running: Running): Promise<void> {
  const limit = performance.now() + READY_LIMIT_MS;
  while (!(await accepts(port))) {
    if (running.hasEnded() || performance.now() > limit) {
      throw new Failure(
        "proxy-not-started",
        `${kind} does not start. Its last lines:\n${indent(running.said())}`,
      );
    }
    await sleep(LOOK_MS);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function reloadBy(
  guard: Guard,
  {
    command,
    args,
    own,
    env,
  }: {
    readonly command: string;
    readonly args: readonly string[];
    readonly own: string;
    readonly env: NodeJS.ProcessEnv;
  },
  kind: string,
): Promise<void> {
  const child = guard.spawn(command, args, { cwd: own, env });
  const running = follow(child);
  await running.ended;
  if (child.exitCode !== 0) {
    throw new Failure("proxy-not-started", `${kind} does not reload:\n${indent(running.said())}`);
  }
}

function cannotReload(kind: string): Failure {
  return new Failure(
    "bad-scenario",
    `A held point reloads ${kind}, which only starts anew.\n  Take "reload" out of this held point.`,
  );
}

function indent(text: string): string {
  return text.trim().split("\n").slice(-SHOWN_LINES).join("\n").replaceAll(/^/gm, "    ");
}
