import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrokers } from "../../src/lab/broker/brokers.ts";
import { openGuard } from "../../src/lab/processes/guard.ts";
import { TAP_PORT } from "../../src/lab/tap/control.ts";
import { openTap } from "../../src/lab/tap/tap.ts";
import { readPage } from "../../src/mdx/read-page.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { findRealJava } from "../lab/jvm/real-java.ts";
import { withFixedPorts } from "./fixed-ports.ts";
import { project } from "./lay-out-site.ts";

/** The page *Quick start*, typed line by line into an empty folder, as a reader would who copies what it shows. */
const THIS_TEST = "tests/sites/quick-start.test.ts";
const GOES_ON = /^node quick-start\/(?:serve|follow|consume)\.ts$/;
const HANGS_MS = 60_000;

const java = await findRealJava(`${THIS_TEST}, the half about Kafka`);
const file = "content/docs/quick-start.mdx";
const text = await readFile(path.join(project, file), "utf8");
const page = readPage(file, text);

type Step = { readonly save: string } | { readonly type: string };

/** What the page says to do, in its order: files to save, and lines to type. */
const steps = page.blocks.flatMap((block): Step[] => {
  if (block.kind === "sample") return [{ save: block.file }];
  if (block.meta.typed !== THIS_TEST) return [];
  return block.text.split("\n").map((line) => ({ type: line }));
});

const kafkaFrom = steps.findIndex((step) => "type" in step && step.type.includes("platformatic"));

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-quick-start-"));
  const node = path.dirname(process.execPath);
  env = { ...process.env, PATH: `${node}${path.delimiter}${process.env["PATH"] ?? ""}` };
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("the page types the versions that this project has", () => {
  const typed = steps.flatMap((step) =>
    "type" in step ? [...step.type.matchAll(/(\S+)@(\d\S*)/g)] : [],
  );
  const require = createRequire(import.meta.url);
  const { devDependencies } = require("../../package.json") as {
    devDependencies: Record<string, string>;
  };
  expect(typed.length).toBeGreaterThan(4);
  for (const [, name = "", version] of typed)
    expect([name, devDependencies[name]]).toEqual([name, version]);
});

test("a sentence before each file says where to save it", () => {
  for (const step of steps) {
    if ("type" in step) continue;
    const [before = ""] = text.split(`<Sample file="${step.save}"`);
    expect(before.slice(-300)).toContain(`\`${step.save}\``);
  }
});

test("an empty folder becomes a stream that resumes", { timeout: 5 * HANGS_MS }, async () => {
  await takeSteps(0, kafkaFrom);
  // Without the path buf reads those of packages too.
  const all = promisify(execFile)("npx", ["buf", "build"], {
    cwd: path.join(folder, "order-feed"),
    env,
  });
  await expect(all).rejects.toMatchObject({ stderr: expect.stringMatching(/^node_modules\//) });
  await withFixedPorts(followTwice);
});

test.skipIf(java === undefined)(
  "a broker gets a topic, a producer and a consumer that goes on",
  { timeout: 5 * HANGS_MS },
  async () => {
    if (java === undefined) return;
    await takeSteps(kafkaFrom, steps.length);
    const guard = openGuard();
    const brokers = await startBrokers(
      java,
      { nodes: 1, topics: [], usesName: () => false },
      { guard, folder: guard.makeFolder("quick-start") },
    );
    const tap = await openTap({
      isOff: true,
      upstreams: brokers.upstreams,
      decoderFor: () => undefined,
      onEvent: () => "pass",
    });
    const divert = new URL("../../src/lab/tap/divert.ts", import.meta.url).href;
    env = { ...env, NODE_OPTIONS: `--import=${divert}`, [TAP_PORT]: String(tap.port) };
    try {
      for (const _ of ["first", "again"]) {
        const publisher = start("node quick-start/publish.ts");
        expect(await publisher.ended()).toBe(0);
        expect(publisher.lines).toEqual(await recordedLines("publish"));
        const consumer = start("node quick-start/consume.ts");
        await consumer.printsSo((printed) => printed.length === 10);
        consumer.interrupt();
        expect(await consumer.ended()).toBe(0);
        const changes = consumer.lines.slice(1);
        expect(changes).toHaveLength(9);
        expect(changes.filter((line) => line.startsWith("o-2"))).toEqual([
          "o-2 placed",
          "o-2 paid",
          "o-2 packed",
        ]);
      }
    } finally {
      tap.close();
      await brokers.close();
      guard.close();
    }
  },
);

/** Saves the files and types the lines from one step to another; what goes on until Ctrl+C is left to the test. */
async function takeSteps(from: number, to: number): Promise<void> {
  let cwd = from === 0 ? folder : path.join(folder, "order-feed");
  for (const step of steps.slice(from, to)) {
    if ("save" in step) {
      const target = path.join(cwd, step.save);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, await readFile(path.join(project, "content/samples", step.save)));
    } else if (step.type.startsWith("cd ")) cwd = path.join(cwd, step.type.slice(3));
    else if (!GOES_ON.test(step.type) && !step.type.endsWith("publish.ts"))
      await promisify(execFile)("sh", ["-c", step.type], { cwd, env, timeout: 2 * HANGS_MS });
  }
}

/** Follows a whole stream, and then one whose server is stopped and started again. */
async function followTwice(): Promise<void> {
  const server = start("node quick-start/serve.ts");
  await server.prints("ready");
  const whole = start("node quick-start/follow.ts");
  expect(await whole.ended()).toBe(0);
  expect(whole.lines).toEqual(await recordedLines("follow"));

  const broken = start("node quick-start/follow.ts");
  await broken.prints("3 o-1 packed");
  server.interrupt();
  expect(await server.ended()).toBe(0);
  const again = start("node quick-start/serve.ts");
  expect(await broken.ended()).toBe(0);
  again.interrupt();
  expect(await again.ended()).toBe(0);
  const isChange = (line: string) => /^\d+ o-/.test(line);
  expect(broken.lines.filter(isChange)).toEqual(whole.lines.filter(isChange));
  expect(broken.lines.some((line) => line.endsWith(" again"))).toBe(true);
}

/** What a program printed in its first recorded run. */
async function recordedLines(name: string): Promise<readonly string[]> {
  const receipt = await readFile(
    path.join(project, `content/receipts/quick-start/${name}.json`),
    "utf8",
  );
  const { compared } = JSON.parse(receipt) as Receipt;
  const program = compared.runs[0]?.programs.find(({ command }) => command === `node ${name}.ts`);
  return program?.output ?? [];
}

/** A program in a terminal of its own, which must be one that the page says to type. */
function start(command: string) {
  expect(steps).toContainEqual({ type: command });
  const [, ...words] = command.split(" ");
  const child = spawn(process.execPath, words, { cwd: path.join(folder, "order-feed"), env });
  let text = "";
  let errors = "";
  const waiting = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors += chunk));
  const end = new Promise<number | string | null>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), HANGS_MS);
  void end.then(() => clearTimeout(timer));
  const program = {
    get lines() {
      return text.trim().split("\n");
    },
    /** Rejects when the program ends before. */
    async printsSo(isSo: (printed: readonly string[]) => boolean): Promise<void> {
      await new Promise<void>((resolve, reject) => {
        const look = () => (isSo(program.lines) ? resolve() : undefined);
        waiting.add(look);
        look();
        void end.then((how) => reject(new Error(`${command} ended with ${how}: ${text}${errors}`)));
      });
    },
    prints: (line: string) => program.printsSo((printed) => printed.includes(line)),
    /** Ctrl+C. */
    interrupt: () => child.kill("SIGINT"),
    async ended() {
      const how = await end;
      expect(errors).toBe("");
      return how;
    },
  };
  return program;
}
