import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Failure } from "../../report/failure.mjs";

/**
 * Below the ports that Linux, macOS and Windows give to outgoing connections: a client that asks a dead node's port again
 * and again would be given that port as its own some day, and connect to itself.
 */
const lowest = 10_000;
const highest = 32_000;

/** That many different TCP ports of 127.0.0.1 on which nobody listened a moment ago. */
export async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count; tries++) {
    if (tries > 1_000)
      throw new Failure("no-free-port", `None from ${lowest} to ${highest} is free.`);
    const port = randomInt(lowest, highest);
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
