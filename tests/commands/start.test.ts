import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "../serve/ask.ts";
import { runCommand } from "./run-command.ts";
import { makeFolder } from "./temporary-folder.ts";

const site = { "dist/index.html": "<title>Built before</title>" };

async function startServing(signal: NodeJS.Signals) {
  const start = runCommand(makeFolder(site), "start.ts", ["--no-build"], { PORT: "0" });
  await start.printed("(Ctrl-C stops)");
  const port = Number(/http:\/\/localhost:(\d+)/.exec(start.output())?.[1]);
  const reply = await ask(port, "/", { connection: "keep-alive" });
  expect(reply.body.toString()).toContain("Built before");
  start.child.kill(signal);
  return { ending: await start.ended, port };
}

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s stops the server though a connection is open, and is no failure",
  async (signal) => {
    const { ending, port } = await startServing(signal);
    expect(ending).toEqual({ code: 0, signal: null });
    await expect(ask(port, "/")).rejects.toThrow("ECONNREFUSED");
  },
);

test("a taken port is said before anything is built", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;

  const root = makeFolder(site);
  const start = runCommand(root, "start.ts", [], { PORT: String(port) });
  expect((await start.ended).code).toBe(1);
  expect(start.output()).toMatch(new RegExp(`^port-taken {2}Port ${port} is taken`));
  expect(existsSync(`${root}/.cache`)).toBe(false);
});

test("a PORT that is none is refused", async () => {
  const start = runCommand(makeFolder(site), "start.ts", [], { PORT: "80a" });
  expect((await start.ended).code).toBe(1);
  expect(start.output()).toMatch(/^bad-port {2}PORT is "80a"/);
});

test("without a build there is nothing to serve", async () => {
  const start = runCommand(makeFolder({}), "start.ts", ["--no-build"]);
  expect((await start.ended).code).toBe(1);
  expect(start.output()).toMatch(/^not-built .*\n {2}Type: npm run build/);
});

test("an option that it does not know is refused before anything is done", async () => {
  const start = runCommand(makeFolder(site), "start.ts", ["--no-biuld"], { PORT: "0" });
  expect((await start.ended).code).toBe(1);
  expect(start.output()).toBe(
    'unknown-option  npm start has no option --no-biuld. Did you mean "--no-build"?\n' +
      "  Type: npm start -- [--no-build]\n",
  );
});
