import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findFreePorts } from "../../../src/lab/broker/free-ports.ts";

test("ports differ, can be listened on, and are none that outgoing connections are given", async () => {
  const ports = await findFreePorts(9);
  expect(new Set(ports).size).toBe(9);
  // 32768 is where Linux begins; macOS and Windows begin at 49152.
  expect(ports.filter((port) => port < 1_024 || port >= 32_768)).toEqual([]);
  for (const port of ports) {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    await new Promise((resolve) => server.close(resolve));
  }
});
