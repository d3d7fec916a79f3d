import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePorts } from "../../src/lab/broker/free-ports.ts";
import { findJava, findMaven } from "../../src/lab/jvm/find-java.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { isWhole } from "../whole.ts";
import { listedSamples, serveBuiltSite } from "./built-site.ts";
import { linkPackages } from "./copied-sample.ts";
import { unpackProject } from "./unpack-project.ts";

/**
 * A broker without Docker, as a reader gets it: the project of `java/start-broker`, unpacked in an empty folder and
 * started with Maven, and a project that needs such a broker. In `npm run prove` alone: Maven downloads 120 MB once.
 */
const isHere = findJava().found !== undefined && findMaven().found !== undefined;

/** Programs that commit in consumer groups, and write in transactions to the broker's topic. */
const USING = ["symptoms/commit-offset", "symptoms/fenced"];

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let folder: string;
/** Ends what is still running. */
const endings: (() => void)[] = [];
beforeAll(async () => {
  site = await serveBuiltSite();
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-broker-"));
});
afterAll(async () => {
  for (const end of endings) end();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const unpack = (id: string): Promise<string> =>
  unpackProject(`${site.url}/samples/${id}.zip`, path.join(folder, id.replaceAll("/", "-")));

test.skipIf(!isWhole || !isHere)("a broker starts with Java alone, and ends", async () => {
  const started = listedSamples.find(({ id }) => id === "java/start-broker")?.run ?? "";
  const root = await unpack("java/start-broker");
  const [port = 0] = await findFreePorts(1);
  const env = {
    ...process.env,
    KAFKA_BROKERS: `localhost:${port}`,
    MAVEN_OPTS: `-Djava.io.tmpdir=${folder}`,
  };
  const options = [...started.split(" ").slice(1), "-Dexec.args=order-events:3"];
  const broker = spawn("mvn", options, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  endings.push(() => broker.kill("SIGKILL"));
  const ended = once(broker, "exit");
  await expect(firstLine(broker)).resolves.toBe(`Kafka is ready at localhost:${port}`);

  // Its topic is there; groups and transactions work.
  for (const id of USING) {
    const project = await unpack(id);
    const { scripts, dependencies } = await readPackage(project);
    await linkPackages(project, dependencies);
    const printed: string[] = [];
    for (const start of scripts.start.split(" && "))
      printed.push((await runNode(start, project, env)).stdout);
    expect(printed.join("")).toBe(await recorded(id));
  }

  // A program that creates that topic itself is not started.
  const taken = runNode("node check-needs.mjs", await unpack("kafka/read-twice"), env);
  await expect(taken).rejects.toThrow(/topic-exists .*: order-events\n {2}docker exec/);

  // Another one at the same port says so, in a line.
  const second = spawn("mvn", options, { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  second.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  expect(await once(second, "exit")).toEqual([1, null]);
  expect(said.join("")).toContain(`port-taken  ${port} is in use`);

  broker.kill("SIGINT");
  await ended;
  const gone = runNode(
    "node check-needs.mjs",
    path.join(folder, "symptoms-fenced", "symptoms-fenced"),
    env,
  );
  await expect(gone).rejects.toThrow(/no-broker .*"localhost:/);
});

interface Start {
  readonly scripts: { readonly start: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

async function readPackage(project: string): Promise<Start> {
  return JSON.parse(await readFile(path.join(project, "package.json"), "utf8"));
}

function runNode(command: string, cwd: string, env: NodeJS.ProcessEnv) {
  return promisify(execFile)(process.execPath, command.split(" ").slice(1), { cwd, env });
}

async function recorded(id: string): Promise<string> {
  const response = await fetch(`${site.url}/receipts/${id}.json`);
  const { compared } = (await response.json()) as Receipt;
  return `${compared.runs[0]?.programs[0]?.output.join("\n")}\n`;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: stdout })) {
    stdout.resume();
    return line;
  }
  throw new Error("The broker ended before it was ready.");
}
