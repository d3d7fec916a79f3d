import { spawnSync, type ChildProcess } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SAMPLES_FOLDER } from "../../check/index.ts";
import { Failure } from "../../report/failure.mjs";
import { findFreePorts } from "../broker/free-ports.ts";
import type { Guard } from "../processes/guard.ts";
import type { Proxy } from "../scenario.ts";
import type { Upstream } from "../tap/tap.ts";
import {
  type ConfigTexts,
  filesOf,
  fillPorts,
  findLine,
  listPorts,
  PROXY_PORT,
  replacePieces,
} from "./fill-config.ts";
import type { ProxySource } from "./find-proxies.ts";
import { kindOfConfig, PROXY_KINDS, type ProxyKind } from "./kinds.ts";

/** A proxy of one run. */
export interface RunningProxy {
  /** The address that clients dial → where the proxy listens. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** What the run has in place of pieces of the configuration. */
  readonly settings: readonly string[];
  /** Makes it read its configuration again, with other pieces in it. @throws Failure for a proxy that cannot */
  readonly reload: (pieces: Readonly<Record<string, string>>) => Promise<void>;
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
 * Chooses a free port for every port of 127.0.0.1 in the configurations of a scenario, as their files say and as its
 * runs have them. Runs without a proxy have them too: a backend that is started again then listens where the one before
 * did.
 *
 * @throws Failure "bad-scenario" for a piece that a configuration does not have
 */
export async function choosePorts(
  proxies: readonly Proxy[],
  place: Pick<ProxyPlace, "folder" | "section">,
): Promise<ReadonlyMap<number, number>> {
  const texts = proxies.flatMap((proxy) => {
    const own = readConfig(proxy, place);
    return [...own.values(), ...replacePieces(own, proxy.instead ?? {}).values()];
  });
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
  const shown = showFile(section, proxy.config);
  const { instead = {}, options = [] } = proxy;
  let texts = replacePieces(readConfig(proxy, { folder, section }), instead);
  if (![...texts.values()].flatMap(listPorts).includes(PROXY_PORT)) {
    throw new Failure(
      "bad-scenario",
      `${shown} does not listen on 127.0.0.1:${PROXY_PORT}.\n  Clients of a run dial this address. Type it where the proxy listens.`,
    );
  }
  const port = ports.get(PROXY_PORT) ?? PROXY_PORT;

  await using closers = new AsyncDisposableStack();
  const own = closers.adopt(guard.makeFolder("proxy"), guard.removeFolder);
  const config = path.join(own, path.basename(proxy.config));
  for (const [file, text] of texts) {
    writeFileSync(path.join(own, path.basename(file)), fillPorts(text, ports));
  }
  // Caddy keeps what it was told in the user's folder.
  const env = { ...process.env, HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own };
  checkConfig({ command, args: kind.check(config, own), env }, { kind: kind.name, shown, config });

  const child = guard.spawn(command, [...kind.run(config, own), ...options], { cwd: own, env });
  const running = follow(child);
  closers.defer(async () => {
    child.kill("SIGKILL");
    await running.ended;
  });
  await untilListening(kind.name, port, running);

  const kept = closers.move();
  const sayPieces = (when: string, pieces: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(pieces).map(
      ([piece, other]) => `${proxy.config}${when}: "${other}" instead of "${piece}"`,
    );
  const settings = [
    ...sayPieces("", instead),
    ...(options.length === 0 ? [] : [`${proxy.config}: started with ${options.join(" ")}`]),
  ];
  return {
    upstreams: new Map([[`localhost:${PROXY_PORT}`, { program: name, port }]]),
    settings,
    async reload(pieces) {
      if (kind.reload === "replaced files" && proxy.with === undefined) throw noFiles(kind.name);
      texts = replacePieces(texts, pieces);
      settings.push(...sayPieces(", read again", pieces));
      for (const [file, text] of texts) {
        replaceFile(path.join(own, path.basename(file)), fillPorts(text, ports));
      }
      if (kind.reload === "replaced files") return;
      if (typeof kind.reload === "string") child.kill(kind.reload);
      else await reloadBy(guard, { command, args: kind.reload(config), own, env }, kind.name);
    },
    close: () => kept.disposeAsync(),
  };
}

/** Reads the files of a configuration, each under the name by which messages show it. */
function readConfig(
  proxy: Proxy,
  { folder, section }: Pick<ProxyPlace, "folder" | "section">,
): ConfigTexts {
  return new Map(
    filesOf(proxy).map((file) => [
      showFile(section, file),
      readFileSync(path.join(folder, file), "utf8"),
    ]),
  );
}

function showFile(section: string, file: string): string {
  return path.posix.join(SAMPLES_FOLDER, section, file);
}

/** Moves a new file into the place of the old one, as a person does: a proxy that watches it never reads half of it. */
function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
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

function noFiles(kind: string): Failure {
  return new Failure(
    "bad-scenario",
    `A held point reloads ${kind}, which reads again only what its configuration names as files of their own.\n  Name them: { config: "envoy-files.yaml", with: ["envoy-listeners.yaml"] }`,
  );
}

function indent(text: string): string {
  return text.trim().split("\n").slice(-SHOWN_LINES).join("\n").replaceAll(/^/gm, "    ");
}
