import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listedSamples, serveBuiltSite, type ListedSample } from "./built-site.ts";
import { hasJava, runJavaProgram } from "./copied-java.ts";
import { compile, linkPackages, runProgram } from "./copied-sample.ts";
import { recordedOutput } from "./recorded-output.ts";
import { twoAtATime } from "./two-at-a-time.ts";
import { unpackProject } from "./unpack-project.ts";

/** What a reader does with "Get project": unpack it in an empty folder, install what it names, check, start. */
const projects = listedSamples.filter((sample) => sample.project !== undefined);
const inTypeScript = projects.filter(({ path: file }) => file.endsWith(".ts"));
const inJava = projects.filter(({ path: file }) => file.endsWith(".java"));

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let folder: string;
beforeAll(async () => {
  site = await serveBuiltSite();
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-projects-"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

test("every sample in TypeScript and in Java can be had as a project", () => {
  const programs = listedSamples.filter(({ path: file }) => /\.(?:ts|java)$/.test(file));
  expect(projects.map(({ id }) => id)).toEqual(programs.map(({ id }) => id));
  expect(inTypeScript.length).toBeGreaterThan(0);
  expect(inJava.length).toBeGreaterThan(0);
});

test.skipIf(!hasJava).each(inJava)(
  "unpacked in an empty folder, $id compiles with its own files alone, and prints what is recorded",
  async (sample) => {
    const own = path.join(folder, sample.id.replaceAll("/", "-"));
    const root = await unpackProject(`${site.url}${sample.project}`, own);
    expect(await readFile(path.join(root, "pom.xml"), "utf8")).toContain("<project");
    const recorded = recordedOutput(sample);
    if (recorded === undefined || sample.run === undefined) return;
    const { stdout } = await runJavaProgram(sample.run, own, path.basename(root));
    expect(stdout).toBe(recorded);
  },
);

describe("unpacked in an empty folder, a project compiles, and starts when it is a program that needs nobody else:", () => {
  let runs: ReturnType<typeof tryProject>[] = [];
  beforeAll(() => {
    runs = twoAtATime(inTypeScript, tryProject);
  });

  test.each(inTypeScript.map(({ id }, index) => ({ id, index })))("$id", async ({ id, index }) => {
    const tried = await runs[index];
    expect(tried?.complaints).toBe("");
    expect(tried?.stdout).toBe(recordedOutput({ id }));
  });
});

interface Tried {
  readonly complaints: string;
  readonly stdout: string | undefined;
}

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

async function tryProject(sample: ListedSample): Promise<Tried> {
  const own = path.join(folder, sample.id.replaceAll("/", "-"));
  const root = await unpackProject(`${site.url}${sample.project}`, own);
  const { scripts, dependencies, devDependencies } = JSON.parse(
    await readFile(path.join(root, "package.json"), "utf8"),
  ) as PackageFile;
  expect(dependencies).toEqual(sample.packages);
  await linkPackages(root, { ...dependencies, ...devDependencies });
  expect(scripts["check"]).toBe("tsc");
  const start = recordedOutput(sample) === undefined ? undefined : scripts["start"];
  return {
    complaints: await compile(root),
    stdout: start === undefined ? undefined : (await runProgram(start, root)).stdout,
  };
}
