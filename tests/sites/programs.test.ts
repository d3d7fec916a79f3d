import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { some } from "../whole.ts";
import { listedSamples, serveBuiltSite, type ListedSample } from "./built-site.ts";
import { hasJava, runJavaProgram } from "./copied-java.ts";
import { copySample, linkPackages, runProgram } from "./copied-sample.ts";
import { withItsPorts } from "./fixed-ports.ts";
import { recordedOutput } from "./recorded-output.ts";
import { twoAtATime } from "./two-at-a-time.ts";

/**
 * What a reader does who copies a program: an empty folder, the files that the catalogue lists, the packages that it
 * lists, the command that it gives. What it must print is what the site shows. The lab runs each of them in `npm test`;
 * here a few show that what is copied is enough, and in `npm run prove` all do.
 */
const programs = listedSamples.filter(
  (sample) => recordedOutput(sample) !== undefined && (hasJava || !isJava(sample)),
);
const copied = some(programs, 5);

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

test("there are programs, and each can be typed", () => {
  expect(programs.length).toBeGreaterThan(30);
  expect(programs.filter(({ run }) => run === undefined)).toEqual([]);
});

describe("copied from the site into an empty folder, a program prints what is recorded:", () => {
  let runs: ReturnType<typeof runCopy>[] = [];
  beforeAll(() => {
    runs = twoAtATime(copied, (program) => withItsPorts(program, () => runCopy(program)));
  });

  test.each(copied.map((program, index) => ({ ...program, index })))("$id", async (program) => {
    const run = await runs[program.index];
    expect(run?.stdout, run?.stderr).toBe(recordedOutput(program));
  });
});

async function runCopy(program: ListedSample): ReturnType<typeof runProgram> {
  const own = path.join(folder, program.id.replaceAll("/", "-"));
  await copySample(site.url, program, own);
  if (isJava(program)) {
    return runJavaProgram(program.run ?? "", own, path.dirname(path.dirname(program.path)));
  }
  await writeFile(path.join(own, "package.json"), '{ "type": "module" }\n');
  await linkPackages(own, program.packages);
  return runProgram(program.run ?? "", path.join(own, path.dirname(program.path)));
}

function isJava({ path: file }: ListedSample): boolean {
  return file.endsWith(".java");
}
