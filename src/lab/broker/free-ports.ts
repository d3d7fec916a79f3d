import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Failure } from "../../report/failure.mjs";

/**
 * Ports below those that Linux, macOS and Windows give to outgoing connections. Otherwise a client that keeps dialling
 * the port of a dead node could get that port as its own and connect to itself.
 */
const LOWEST = 10_000;
const HIGHEST = 32_000;
const MOST_TRIES = 1_000;

/** Finds `count` different TCP ports of 127.0.0.1 that were free a moment ago. */
export async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count; tries++) {
    if (tries > MOST_TRIES)
      throw new Failure("no-free-port", `No port from ${LOWEST} to ${HIGHEST} is free.`);
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
