import { type ChildProcess, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../report/failure.mjs";
import { findFreePorts } from "../broker/free-ports.ts";
import type { Guard } from "../processes/guard.ts";
import type { Upstream } from "../tap/tap.ts";
import type { DatabaseSource } from "./find-postgres.ts";

/** A PostgreSQL of one run. */
export interface Postgres {
  /** The address that programs dial → where it listens. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** `postgres://postgres@127.0.0.1:23456/postgres` */
  readonly url: string;
  /** Settings that differ from PostgreSQL's own. */
  readonly settings: readonly string[];
  /** Rows that a query returns; none while its table does not exist. */
  readonly rows: (query: string) => readonly Readonly<Record<string, unknown>>[];
  /** Ends the server and removes its folder. */
  readonly close: () => Promise<void>;
}

/** The name by which scenarios and the tap know the server. */
export const POSTGRES = "postgres";
const USER = "postgres";
const ADDRESS = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
/** Logical decoding, from which changes are captured, is off by default. */
const SETTINGS = ["wal_level=logical"];
/** On an idle machine it is ready in a second. */
const READY_LIMIT_MS = 60_000;
const QUERY_LIMIT_MS = 20_000;
const LOOK_MS = 20;
const SHOWN_LINES = 20;

/**
 * Makes an empty database and starts its server on a free port of 127.0.0.1.
 *
 * @throws Failure "database-not-started" with the last lines that PostgreSQL printed
 */
export async function startPostgres(
  source: Extract<DatabaseSource, { kind: "postgres" }>,
  guard: Guard,
): Promise<Postgres> {
  await using closers = new AsyncDisposableStack();
  const folder = closers.adopt(guard.makeFolder("database"), guard.removeFolder);
  if (source.user !== undefined) chownSync(folder, source.user.uid, source.user.gid);
  const start = (name: string, args: readonly string[]): Running =>
    follow(guard.spawn(path.join(source.folder, name), args, { cwd: folder, ...source.user }));

  const initdb = start("initdb", [
    ...["--pgdata=data", `--username=${USER}`, "--auth=trust"],
    ...["--encoding=UTF8", "--no-locale", "--no-sync"],
  ]);
  if ((await initdb.ended) !== 0) throw notStarted("cannot be initialised", initdb.said());

  const [port = 0] = await findFreePorts(1);
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  const server = start("postgres", [
    ...["-D", "data", "-p", String(port)],
    ...[...ADDRESS, ...SETTINGS].flatMap((setting) => ["-c", setting]),
  ]);
  closers.defer(async () => {
    // An immediate shutdown, which gives back the shared memory that SIGKILL would leave.
    server.signal("SIGQUIT");
    await server.ended;
  });
  await untilReady(server);

  const psql = path.join(source.folder, "psql");
  const kept = closers.move();
  return {
    upstreams: new Map([["localhost:5432", { program: POSTGRES, port }]]),
    url,
    settings: SETTINGS,
    rows: (query) => readRows(psql, url, query),
    close: () => kept.disposeAsync(),
  };
}

interface Running {
  readonly signal: (name: NodeJS.Signals) => void;
  /** Everything that it has printed. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  /** Resolves to the exit code or signal. */
  readonly ended: Promise<number | string>;
}

function follow(child: ChildProcess): Running {
  let said = "";
  let isOver = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      isOver = true;
      resolve(signal ?? code ?? 1);
    });
  });
  return {
    signal: (name) => void child.kill(name),
    said: () => said,
    hasEnded: () => isOver,
    ended,
  };
}

async function untilReady(server: Running): Promise<void> {
  const limit = performance.now() + READY_LIMIT_MS;
  while (!server.said().includes("database system is ready to accept connections")) {
    if (server.hasEnded() || performance.now() > limit) {
      throw notStarted("does not start", server.said());
    }
    await sleep(LOOK_MS);
  }
}

function readRows(psql: string, url: string, query: string): readonly Record<string, unknown>[] {
  // `.*` means the whole row, also where a column has the same name.
  const asJson = `select coalesce(json_agg(found.*), '[]') from (${query}) as found`;
  const options = ["--no-psqlrc", "--tuples-only", "--no-align", `--command=${asJson}`, url];
  const { status, stdout, stderr } = spawnSync(psql, options, {
    encoding: "utf8",
    timeout: QUERY_LIMIT_MS,
  });
  if (status === 0) return JSON.parse(stdout) as Record<string, unknown>[];
  if (/relation .* does not exist/.test(stderr)) return [];
  throw new Failure(
    "bad-query",
    `PostgreSQL refuses a query of the scenario:\n    ${query}\n  ${stderr.trim()}`,
  );
}

function notStarted(what: string, said: string): Failure {
  const lines = said.trim().split("\n").slice(-SHOWN_LINES);
  return new Failure(
    "database-not-started",
    `PostgreSQL ${what}. Its last lines:\n${lines.map((line) => `    ${line}`).join("\n")}`,
  );
}
