import { connect } from "node:net";
import { Failure } from "../report/failure.mjs";

export interface Address {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
}

const defaultPort = 4321;

/** Reads `PORT` and `HOST`. Throws a {@link Failure} when PORT is not a port. */
export function readAddress(env: NodeJS.ProcessEnv, command: string): Address {
  const given = env["PORT"] ?? "";
  const port = given === "" ? defaultPort : Number(given);
  if (!/^\d*$/.test(given) || port > 65_535) {
    throw new Failure(
      "bad-port",
      `PORT is "${given}"; expected a whole number up to 65535 (0 takes any free port).\n` +
        `  Type: ${withPort(4322, command)}`,
    );
  }
  const host = env["HOST"] ?? "";
  return { host: host === "" ? "127.0.0.1" : host, port };
}

const loopback = ["127.0.0.1", "::1"];
const allInterfaces = ["0.0.0.0", "::"];

/** The address as typed in a browser. */
export function toUrl({ host, port }: Address): string {
  if ([...loopback, ...allInterfaces].includes(host)) return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

export function portTaken(port: number, command: string): Failure {
  const other = port < 65_535 ? port + 1 : port - 1;
  return new Failure(
    "port-taken",
    `Port ${port} is taken: another program listens there.\n` +
      `  Stop that program, or use another port. Type: ${withPort(other, command)}`,
  );
}

/**
 * Throws a {@link Failure} when another program already answers on the port as `localhost`. This includes ::1, which
 * browsers may try first, so that they would show the other program's pages.
 */
export async function refuseTakenPort({ host, port }: Address, command: string): Promise<void> {
  if (port === 0 || ![...loopback, ...allInterfaces].includes(host)) return;
  const answers = await Promise.all(loopback.map((address) => isListening(address, port)));
  if (answers.includes(true)) throw portTaken(port, command);
}

function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}

function withPort(port: number, command: string): string {
  return process.platform === "win32" ? `set PORT=${port}&& ${command}` : `PORT=${port} ${command}`;
}
