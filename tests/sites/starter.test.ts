import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrokers } from "../../src/lab/broker/brokers.ts";
import { openGuard } from "../../src/lab/processes/guard.ts";
import { TAP_PORT } from "../../src/lab/tap/control.ts";
import { openTap } from "../../src/lab/tap/tap.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { findRealJava } from "../lab/jvm/real-java.ts";
import { listedSamples, serveBuiltSite } from "./built-site.ts";
import { recordedOutput } from "./recorded-output.ts";
import { unpackProject } from "./unpack-project.ts";

/** The starters, as a reader gets them: unpacked in an empty folder, installed from the registry by their lockfile, started. */
const java = await findRealJava(
  "tests/sites/starter.test.ts, the log starter and the starter of both",
);

const STARTERS_WITH_A_BROKER = ["example/log", "example/both"];

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let folder: string;
beforeAll(async () => {
  site = await serveBuiltSite();
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-starter-"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

async function installStarter(id: string): Promise<(env?: NodeJS.ProcessEnv) => Promise<string>> {
  const starter = listedSamples.find((sample) => sample.id === id);
  const own = path.join(folder, id.replaceAll("/", "-"));
  const root = await unpackProject(`${site.url}${starter?.project}`, own);
  const npm = (env: NodeJS.ProcessEnv, ...options: string[]) =>
    promisify(execFile)("npm", options, { cwd: root, env, shell: process.platform === "win32" });
  await npm(process.env, "ci", "--no-audit", "--no-fund", "--loglevel=error");
  return async (env = {}) => (await npm({ ...process.env, ...env }, "start", "--silent")).stdout;
}

test("the wire starter installs and runs from an empty folder", async () => {
  const start = await installStarter("example/wire");
  expect(await start()).toBe(recordedOutput({ id: "example/wire" }));
});

test.each(STARTERS_WITH_A_BROKER)("%s says what to type when there is no broker", async (id) => {
  const start = await installStarter(id);
  const tap = await openTap({ decoderFor: () => undefined, onEvent: () => "pass" });
  // A tap that knows no broker: whatever else runs on this machine, nobody answers.
  await expect(start(leadThrough(tap.port))).rejects.toThrow(
    /no-broker .*"localhost:9092"\n\s+docker run/,
  );
  tap.close();
});

test.skipIf(java === undefined).each(STARTERS_WITH_A_BROKER)(
  "%s runs against a real broker",
  async (id) => {
    if (java === undefined) return;
    const start = await installStarter(id);
    const guard = openGuard();
    const brokers = await startBrokers(
      java,
      { nodes: 1, topics: [], usesName: () => false },
      { guard, folder: guard.makeFolder("starter") },
    );
    const tap = await openTap({
      isOff: true,
      upstreams: brokers.upstreams,
      decoderFor: () => undefined,
      onEvent: () => "pass",
    });
    const response = await fetch(`${site.url}/receipts/${id}.json`);
    const { compared } = (await response.json()) as Receipt;
    expect((await start(leadThrough(tap.port))).trim().split("\n")).toEqual(
      compared.runs[0]?.programs[0]?.output,
    );
    tap.close();
    await brokers.close();
    guard.close();
  },
);

function leadThrough(port: number): NodeJS.ProcessEnv {
  const divert = new URL("../../src/lab/tap/divert.ts", import.meta.url).href;
  return { NODE_OPTIONS: `--import=${divert}`, [TAP_PORT]: String(port) };
}
