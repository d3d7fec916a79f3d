import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listedSamples, serveBuiltSite } from "./built-site.ts";
import { copySample, linkPackages } from "./copied-sample.ts";

/**
 * What a reader does who copies a program: an empty folder, the files that the catalogue lists, the packages that it
 * lists, the command that it gives. What it printed when somebody last looked stands in `tests/samples/outputs`.
 */
const outputs = path.join(import.meta.dirname, "..", "samples", "outputs");
const programs = listedSamples.filter((sample) => sample.run !== undefined);
/** Longer than any of them takes on a slow machine. */
const HANGS_MS = 60_000;

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let folder: string;
beforeAll(async () => {
  site = await serveBuiltSite();
  // Outside of the repository: nothing may be found by looking upwards.
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-programs-"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

test("every program's output is known, and every known output is a program's", async () => {
  const known = (await readdir(outputs, { recursive: true }))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.replaceAll("\\", "/").replace(/\.txt$/, ""));
  expect(known.sort()).toEqual(programs.map(({ id }) => id).sort());
  expect(programs.length).toBeGreaterThan(0);
});

/** Programs wait for timers more than they compute: two at a time. */
describe("copied from the site into an empty folder, a program prints what it printed before:", () => {
  const lanes = [Promise.resolve(), Promise.resolve()];
  const runs = new Map<string, Promise<{ stdout: string; stderr: string }>>();

  beforeAll(() => {
    for (const [index, program] of programs.entries()) {
      const lane = index % lanes.length;
      const run = (lanes[lane] ?? Promise.resolve()).then(() => runCopy(program));
      runs.set(program.id, run);
      lanes[lane] = run.then(
        () => undefined,
        () => undefined,
      );
    }
  });

  test.each(programs.map(({ id }) => id))("%s", async (id) => {
    const expected = await readFile(path.join(outputs, `${id}.txt`), "utf8");
    // Rejects unless the program exits with 0.
    const { stdout, stderr } = (await runs.get(id)) ?? { stdout: "", stderr: "never run" };
    expect(stdout, stderr).toBe(expected);
  });
});

async function runCopy(
  program: (typeof programs)[number],
): Promise<{ stdout: string; stderr: string }> {
  const own = path.join(folder, program.id.replaceAll("/", "-"));
  await copySample(site.url, program, own);
  await linkPackages(own, program.packages);
  const [command, ...options] = (program.run ?? "").split(" ");
  if (command !== "node") throw new Error(`"${program.run}" is not run by Node.`);
  return promisify(execFile)(process.execPath, options, {
    cwd: path.join(own, path.dirname(program.path)),
    timeout: HANGS_MS,
    killSignal: "SIGKILL",
  });
}
