import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { findFreePorts } from "../../../src/lab/broker/free-ports.ts";
import { type Ends, openTap } from "../../../src/lab/tap/tap.ts";

test("a program that nothing diverts comes through a standing door, as often as it likes, and is known by its name", async () => {
  const server = createServer((socket: Socket) => socket.end("from broker 2"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [door = 0] = await findFreePorts(1);
  const met: Ends[] = [];
  const tap = await openTap({
    doors: { program: "orders", ports: new Map([[door, { port, program: "broker 2" }]]) },
    decoderFor(ends) {
      met.push(ends);
      return undefined;
    },
    onEvent: () => "pass",
  });
  onTestFinished(tap.close);
  for (const _ of [1, 2]) {
    expect(await text(connect({ port: door, host: "127.0.0.1" }))).toBe("from broker 2");
  }
  expect(met).toEqual([
    { client: "orders", server: "broker 2" },
    { client: "orders", server: "broker 2" },
  ]);
});

test("when one door cannot open, none stays open", async () => {
  const [open = 0, taken = 0] = await findFreePorts(2);
  const other = createServer().listen(taken, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const upstream = { port: taken, program: "broker" };
  const tap = openTap({
    doors: {
      program: "orders",
      ports: new Map([
        [open, upstream],
        [taken, upstream],
      ]),
    },
    decoderFor: () => undefined,
    onEvent: () => "pass",
  });
  await expect(tap).rejects.toThrow("EADDRINUSE");
  const late = connect({ port: open, host: "127.0.0.1" });
  await expect(once(late, "connect")).rejects.toThrow("ECONNREFUSED");
});
