import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listedSamples, serveBuiltSite, type ListedSample } from "./built-site.ts";
import { copySample, linkPackages, runProgram } from "./copied-sample.ts";
import { twoAtATime } from "./two-at-a-time.ts";

/**
 * What a reader does who copies a program: an empty folder, the files that the catalogue lists, the packages that it
 * lists, the command that it gives. What it printed when somebody last looked stands in `tests/samples/outputs`.
 */
const outputs = path.join(import.meta.dirname, "..", "samples", "outputs");
const programs = listedSamples.filter((sample) => sample.run !== undefined);

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

describe("copied from the site into an empty folder, a program prints what it printed before:", () => {
  let runs: ReturnType<typeof runCopy>[] = [];
  beforeAll(() => {
    runs = twoAtATime(programs, runCopy);
  });

  test.each(programs.map(({ id }, index) => ({ id, index })))("$id", async ({ id, index }) => {
    const expected = await readFile(path.join(outputs, `${id}.txt`), "utf8");
    const run = await runs[index];
    expect(run?.stdout, run?.stderr).toBe(expected);
  });
});

async function runCopy(program: ListedSample): ReturnType<typeof runProgram> {
  const own = path.join(folder, program.id.replaceAll("/", "-"));
  await copySample(site.url, program, own);
  await writeFile(path.join(own, "package.json"), '{ "type": "module" }\n');
  await linkPackages(own, program.packages);
  return runProgram(program.run ?? "", path.join(own, path.dirname(program.path)));
}
