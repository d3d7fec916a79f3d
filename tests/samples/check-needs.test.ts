import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Check } from "../../src/samples/checks.ts";
import { findFreePorts } from "../../src/lab/broker/free-ports.ts";

const FILE = "check-needs.mjs";
const program = path.join(import.meta.dirname, "../../src/samples", FILE);
/** The Node of the machine, where it is older than the one that runs samples. */
const OLD_NODE = "/usr/bin/node";

let folder: string;
const servers: Server[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-needs-"));
  await copyFile(program, path.join(folder, FILE));
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a server that does this with what it is sent; returns its address. */
async function serve(onData: (bytes: Buffer, socket: Socket) => void): Promise<string> {
  const [port = 0] = await findFreePorts(1);
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes) => onData(bytes, socket));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `127.0.0.1:${port}`;
}

/** Answers Kafka's Metadata request, in two pieces, with these topics. */
function serveKafka(topics: readonly string[]): Promise<string> {
  return serve((request, socket) => {
    const names = topics.map((it) =>
      Buffer.concat([Buffer.of(0, 0, 0, it.length), Buffer.from(it)]),
    );
    const body = Buffer.concat([request.subarray(8, 12), ...names]);
    const size = Buffer.alloc(4);
    size.writeInt32BE(body.length);
    socket.write(size);
    setTimeout(() => socket.write(body), 20);
  });
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function check(
  needs: readonly Check[],
  env: NodeJS.ProcessEnv = {},
  { node = process.execPath, oldest = 24 } = {},
): Promise<Ended> {
  const packageFile = { engines: { node: `>=${oldest}` }, needs };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(packageFile));
  return new Promise((resolve) => {
    execFile(node, [FILE], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const broker: Check = {
  missing: "no-broker  no Kafka broker answers at",
  protocol: "kafka",
  variable: "KAFKA_BROKERS",
  address: "127.0.0.1:1",
  topics: { orders: "create orders" },
  type: ["docker run", "without Docker: https://site.example/"],
};
const nothingSaid = { code: 0, stdout: "", stderr: "" };

test("where nobody listens, it says what is missing and what to type, and fails", async () => {
  expect(await check([broker])).toEqual({
    code: 1,
    stdout: "",
    stderr: `no-broker  no Kafka broker answers at "127.0.0.1:1"
  docker run
  without Docker: https://site.example/
`,
  });
});

test("another program at the port is no broker, whether it speaks or is silent", async () => {
  const web = await serve((_bytes, socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const silent = await serve(() => undefined);
  const { stderr } = await check([broker], { KAFKA_BROKERS: `${web},${silent}` });
  expect(stderr).toContain(`no Kafka broker answers at "${web},${silent}"`);
});

test("one of several brokers is enough, and nothing is printed", async () => {
  const address = await serveKafka(["orders"]);
  expect(await check([broker], { KAFKA_BROKERS: `127.0.0.1:1,${address}` })).toEqual(nothingSaid);
});

test("a topic that another one's name begins with is missing", async () => {
  const address = await serveKafka(["orders-dead"]);
  const { code, stderr } = await check([broker], { KAFKA_BROKERS: address });
  expect(code).toBe(1);
  expect(stderr).toBe(
    `no-topic  "${address}" has no topic orders
  create orders
  or begin with a new broker: README.md
`,
  );
});

test("a topic that the program creates itself must not be there", async () => {
  const { topics: _topics, ...need } = broker;
  const creates = { orders: "delete orders" };
  const address = await serveKafka(["orders-dead", "orders"]);
  const { code, stderr } = await check([{ ...need, creates }], { KAFKA_BROKERS: address });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^topic-exists .*: orders\n {2}delete orders\n {2}or begin with a new broker/,
  );
  const other = await serveKafka(["orders-dead"]);
  expect(await check([{ ...need, creates }], { KAFKA_BROKERS: other })).toEqual(nothingSaid);
});

const database: Check = {
  missing: "no-database  no PostgreSQL answers at",
  protocol: "postgres",
  variable: "DATABASE_URL",
  address: "postgres://name:secret@localhost:1/shop",
  type: ["start it"],
};

test("PostgreSQL is asked by its own protocol, and the password is not printed", async () => {
  expect((await check([database])).stderr).toBe(
    `no-database  no PostgreSQL answers at "localhost:1"\n  start it\n`,
  );
  const address = await serve((_bytes, socket) => socket.write("N"));
  const kafka = await serveKafka([]);
  const at = (where: string) => ({ DATABASE_URL: `postgres://name:secret@${where}/shop` });
  expect(await check([database], at(address))).toEqual(nothingSaid);
  expect((await check([database], at(kafka))).code).toBe(1);
  expect(await check([database], { DATABASE_URL: "postgres:///shop?host=/tmp" })).toEqual(
    nothingSaid,
  );
});

test("an address that must be set, and is not, is asked for", async () => {
  const proxy: Check = {
    missing: "no-proxy  no proxy listens at",
    protocol: "tcp",
    variable: "GRPC_ADDRESS",
    type: ["start it"],
  };
  expect((await check([proxy])).stderr).toBe("not-set  GRPC_ADDRESS is not set\n  start it\n");
  const address = await serve(() => undefined);
  expect(await check([proxy], { GRPC_ADDRESS: address })).toEqual(nothingSaid);
  expect((await check([proxy], { GRPC_ADDRESS: "ipv4:127.0.0.1:1" })).code).toBe(1);
});

test("all that is missing is said at once", async () => {
  const { stderr } = await check([broker, database]);
  expect(stderr).toMatch(/^no-broker[\s\S]*\nno-database/);
});

test("an older Node is told which one is needed", async () => {
  const said = { oldest: 99, node: process.execPath };
  const { code, stderr } = await check([broker], {}, said);
  expect(code).toBe(1);
  expect(stderr).toBe(
    `old-node  This project needs Node 99 or later; this is ${process.version}.\n  https://nodejs.org/en/download\n`,
  );
});

test.skipIf(!existsSync(OLD_NODE))("the Node of this machine understands the file", async () => {
  const { stderr } = await check([broker], {}, { node: OLD_NODE, oldest: 24 });
  expect(stderr).toMatch(/^(?:old-node|no-broker) /);
});
