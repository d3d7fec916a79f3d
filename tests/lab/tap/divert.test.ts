import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { PROGRAM, TAP_PORT } from "../../../src/lab/tap/control.ts";
import { openTap, type Ends, type Tap, type TapOptions } from "../../../src/lab/tap/tap.ts";

const divert = new URL("../../../src/lab/tap/divert.ts", import.meta.url).href;
const taps: Tap[] = [];
afterEach(() => {
  for (const tap of taps.splice(0)) tap.close();
});

async function open(options: Partial<TapOptions> = {}) {
  const ends: Ends[] = [];
  const tap = await openTap({
    decoderFor: (it) => void ends.push(it),
    onEvent: () => "pass",
    ...options,
  });
  taps.push(tap);
  return { tap, ends };
}

/** Runs a program of a few lines, led through a tap or not, and gives what it prints. */
async function run(code: string, tap?: Tap, program = "warehouse"): Promise<string> {
  const { stdout, ended } = start(code, tap, program);
  const [printed] = await Promise.all([text(stdout), ended]);
  return printed.trim();
}

function start(code: string, tap?: Tap, program = "warehouse") {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    env: {
      ...process.env,
      ...(tap === undefined
        ? {}
        : { NODE_OPTIONS: `--import=${divert}`, [TAP_PORT]: String(tap.port), [PROGRAM]: program }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, stdout: child.stdout, ended: once(child, "close") };
}

const echoServer = `
  import net from "node:net";
  const server = net.createServer((socket) => socket.pipe(socket));
  server.listen(50051, "127.0.0.1", () => console.log(server.address().port));
`;
const client = (port: number | string, host = "127.0.0.1"): string => `
  import net from "node:net";
  const socket = net.connect(${port}, "${host}");
  socket.setEncoding("utf8");
  socket.on("data", (text) => { console.log(text); socket.end(); });
  socket.on("error", (error) => console.log(error.message));
  socket.write("hello");
`;

async function startEcho(tap: Tap) {
  const echo = start(echoServer, tap, "orders");
  await once(echo.stdout, "data");
  return echo;
}

describe("a program that is led through a tap", () => {
  test("reaches a server at the address that it was written with, and the tap knows both", async () => {
    const { tap, ends } = await open();
    const { child } = await startEcho(tap);
    expect(await run(client(50_051), tap)).toBe("hello");
    expect(ends).toEqual([{ client: "warehouse", server: "orders" }]);
    child.kill();
  });

  test("beside another run with the same address, reaches its own server", async () => {
    const [one, other] = [await open(), await open()];
    const first = await startEcho(one.tap);
    const second = await startEcho(other.tap);
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await run(client(50_051), other.tap)).toBe("hello");
    expect(await run(client(50_051), one.tap)).toMatch(/^connect ECONNREFUSED/);
    second.child.kill();
  });

  test("is refused as it would be without the tap, word for word", async () => {
    const { tap } = await open();
    const unused = createServer().listen(0, "127.0.0.1");
    await once(unused, "listening");
    const { port } = unused.address() as AddressInfo;
    unused.close();
    const refused = await run(client(port));
    expect(refused).toBe(`connect ECONNREFUSED 127.0.0.1:${port}`);
    expect(await run(client(port), tap)).toBe(refused);
  });

  test("sees a killed server as it would without the tap", async () => {
    const code = `
      import net from "node:net";
      import { spawn } from "node:child_process";
      const server = spawn(process.execPath, ["-e", ${JSON.stringify(
        `require("net").createServer((s) => s.write("ready")).listen(0, "127.0.0.1", function () { console.log(this.address().port) })`,
      )}], { stdio: ["ignore", "pipe", "inherit"] });
      server.stdout.once("data", (port) => {
        const socket = net.connect(Number(port), "127.0.0.1");
        socket.on("data", () => server.kill("SIGKILL"));
        for (const event of ["end", "error"]) socket.on(event, (it) => console.log(event, it?.code));
      });
    `;
    const { tap, ends } = await open();
    expect(await run(code, tap)).toBe(await run(code));
    expect(ends).toHaveLength(1);
  });

  test("leads its children too, under their own names", async () => {
    const { tap, ends } = await open();
    const { child } = await startEcho(tap);
    const parent = `
      import { spawnSync } from "node:child_process";
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", ${JSON.stringify(client(50_051))}]);
      console.log(String(stdout));
    `;
    expect(await run(parent, tap, "shop")).toBe("hello");
    expect(ends.map((it) => it.client)).not.toContain("shop");
    child.kill();
  });

  test("reaches a known address wherever it really is, and not itself when nobody is there", async () => {
    const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const upstreams = new Map([["localhost:9092", { program: "broker", port }]]);
    const { tap, ends } = await open({ upstreams });
    expect(await run(client(9092, "localhost"), tap)).toBe("hello");
    expect(ends).toEqual([{ client: "warehouse", server: "broker" }]);
    server.close();
    await once(server, "close");
    // Even if this machine has a Kafka of its own.
    expect(await run(client(9092, "localhost"), tap)).toMatch(/ECONNREFUSED/);
  });

  test("does not reach what else runs on this machine", async () => {
    const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(await run(client(port))).toBe("hello");
    for (const isOff of [false, true]) {
      const { tap } = await open({ isOff });
      expect(await run(client(port), tap)).toMatch(/ECONNREFUSED/);
    }
    server.close();
  });

  test("is not listened to when the tap is off", async () => {
    const { tap, ends } = await open({ isOff: true });
    const { child } = await startEcho(tap);
    expect(await run(client(50_051), tap)).toBe("hello");
    expect(ends).toEqual([]);
    child.kill();
  });
});
