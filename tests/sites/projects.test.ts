import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isForBrowsers } from "../../src/samples/browsers.ts";
import { some } from "../whole.ts";
import { listedSamples, serveBuiltSite, type ListedSample } from "./built-site.ts";
import { hasJava, runJavaProgram } from "./copied-java.ts";
import { compile, linkPackages, runProgram } from "./copied-sample.ts";
import { withItsPorts } from "./fixed-ports.ts";
import { recordedOutput } from "./recorded-output.ts";
import { twoAtATime } from "./two-at-a-time.ts";
import { readFolders, readProject, unpackProject } from "./unpack-project.ts";

/**
 * What a reader does with "Get project": unpack it in an empty folder, install what it names, check, start. The lab runs
 * each program in `npm test`; here a few are started as projects, and in `npm run prove` all are.
 */
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

test("no two projects are unpacked into the same folder", async () => {
  const folders = await Promise.all(
    projects.map(async ({ project }) => (await readFolders(`${site.url}${project}`)).join()),
  );
  expect(folders.filter((name, index) => folders.indexOf(name) !== index)).toEqual([]);
  expect(folders.every((name) => /^[a-z\d-]+$/.test(name))).toBe(true);
});

describe("unpacked in an empty folder, a project", () => {
  let roots: readonly string[];
  beforeAll(async () => {
    roots = await Promise.all(inTypeScript.map(unpack));
  });

  test.each(projects.map(({ id }) => id))(
    "%s has the files of the site, byte for byte",
    async (id) => {
      const sample = sampleOf(id);
      const archive = await readProject(`${site.url}${sample.project}`);
      const copied = await Promise.all(
        sample.files.map(
          async ({ path: file, url }) => [inProject(sample, file), await bytesOf(url)] as const,
        ),
      );
      const isTypeScript = sample.path.endsWith(".ts");
      const own = [
        "README.md",
        ...(isTypeScript ? ["package.json", "tsconfig.json"] : []),
        ...(isTypeScript ? ["package-lock.json"] : []),
        ...(hasPages(sample) ? ["browsers/tsconfig.json"] : []),
        ...(isTypeScript && sample.run !== undefined ? ["check-needs.mjs"] : []),
      ];
      expect([...archive.keys()].sort()).toEqual([...own, ...copied.map(([file]) => file)].sort());
      for (const [file, bytes] of copied)
        expect(Buffer.compare(archive.get(file) ?? Buffer.of(), bytes), file).toBe(0);
    },
  );

  test("in TypeScript names the packages that are listed, and compiles with these and its own files alone", async () => {
    const options = { node: new Set<string>(), browsers: new Set<string>() };
    for (const [index, sample] of inTypeScript.entries()) {
      const root = roots[index] ?? "";
      const { scripts, dependencies, devDependencies } = await readPackage(root);
      expect(await readLocked(root), sample.id).toEqual({ dependencies, devDependencies });
      expect(dependencies, sample.id).toEqual(sample.packages);
      expect(scripts["check"]).toBe(hasPages(sample) ? "tsc && tsc -p browsers" : "tsc");
      await linkPackages(root, { ...dependencies, ...devDependencies });
      const text = await readFile(path.join(root, "tsconfig.json"), "utf8");
      const { compilerOptions }: { readonly compilerOptions: unknown } = JSON.parse(text);
      options[isForBrowsers(sample.path) ? "browsers" : "node"].add(
        JSON.stringify(compilerOptions),
      );
    }
    // All of a kind have the same options: one compiler reads them all, and each package once.
    const types = path.join(roots[0] ?? "", "node_modules", "@types");
    const pages = "*/*/browsers/**/*.ts";
    expect(
      await compileAll(options.node, { include: ["*/**/*.ts"], exclude: [pages] }, types),
    ).toBe("");
    expect(await compileAll(options.browsers, { include: [pages] }, types)).toBe("");
  });
});

test("a project whose run needs something says so in a line where nothing is there, and starts no program", async () => {
  const nowhere = {
    KAFKA_BROKERS: "127.0.0.1:1",
    DATABASE_URL: "postgres://postgres@127.0.0.1:1/postgres",
    GRPC_ADDRESS: "127.0.0.1:1",
  };
  const seen = new Map<string, string>();
  for (const sample of inTypeScript.filter(({ run }) => run !== undefined)) {
    const root = await unpack({ ...sample, id: `needs/${sample.id}` });
    const { scripts, needs = [] } = await readPackage(root);
    expect(scripts["start"], sample.id).toMatch(/^node check-needs\.mjs && node /);
    const key = JSON.stringify(needs);
    if (needs.length > 0 && !seen.has(key)) seen.set(key, root);
  }
  const said = twoAtATime([...seen.values()], (root) => startWithout(root, nowhere));
  for (const one of await Promise.all(said)) {
    expect(one.code).toBe(1);
    expect(one.stdout).toBe("");
    expect(one.stderr).toMatch(
      /^no-(?:broker|database|proxy|server) {2}no .* "127\.0\.0\.1:1"\n {2}\S/,
    );
  }
  const kinds = await Promise.all(said.map(async (it) => (await it).stderr.split(" ")[0]));
  expect(new Set(kinds)).toEqual(new Set(["no-broker", "no-database", "no-proxy", "no-server"]));
});

const startable = inTypeScript.filter((sample) => recordedOutput(sample) !== undefined);
const started = some(startable, 3);
describe("npm start in a project prints what is recorded:", () => {
  let runs: ReturnType<typeof startProject>[] = [];
  beforeAll(() => {
    runs = twoAtATime(started, (sample) => withItsPorts(sample, () => startProject(sample)));
  });

  test.each(started.map(({ id }, index) => ({ id, index })))("$id", async ({ id, index }) => {
    expect(await runs[index]).toBe(recordedOutput({ id }));
  });
});

test.skipIf(!hasJava).each(some(inJava, 1))(
  "a project in Java compiles with its own files alone, and prints what is recorded: $id",
  async (sample) => {
    const own = path.join(folder, "java", sample.id.replaceAll("/", "-"));
    const root = await unpackProject(`${site.url}${sample.project}`, own);
    const recorded = recordedOutput(sample);
    if (recorded === undefined || sample.run === undefined) return;
    const { stdout } = await runJavaProgram(sample.run, own, path.basename(root));
    expect(stdout).toBe(recorded);
  },
);

/** Whether a project of a program for Node has scripts of pages too. */
function hasPages({ path: own, files }: ListedSample): boolean {
  return !isForBrowsers(own) && files.some((file) => isForBrowsers(file.path));
}

/** The compiler's complaints about files of all projects, under the options that these projects share. */
async function compileAll(
  options: ReadonlySet<string>,
  { include, exclude = [] }: { readonly include: string[]; readonly exclude?: string[] },
  types: string,
): Promise<string> {
  expect(options.size).toBe(1);
  const config = {
    compilerOptions: { ...Object(JSON.parse([...options][0] ?? "{}")), typeRoots: [types] },
    include,
    exclude: ["**/node_modules", ...exclude],
  };
  await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  return compile(folder);
}

/** The packages that a project's lockfile is made for. */
async function readLocked(root: string): Promise<unknown> {
  const text = await readFile(path.join(root, "package-lock.json"), "utf8");
  expect(text).not.toMatch(/"resolved"|https?:/);
  const { packages }: { readonly packages: Record<string, Partial<PackageFile>> } =
    JSON.parse(text);
  const { dependencies, devDependencies } = packages[""] ?? {};
  return { dependencies, devDependencies };
}

/** Types a project's start where nothing is listening. No package is installed: a program that started would fail. */
function startWithout(
  root: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["check-needs.mjs"], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    );
  });
}

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly needs?: readonly unknown[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function unpack({ id, project }: Pick<ListedSample, "id" | "project">): Promise<string> {
  return unpackProject(`${site.url}${project}`, path.join(folder, id.replaceAll("/", "-")));
}

async function readPackage(root: string): Promise<PackageFile> {
  return JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
}

function sampleOf(id: string): ListedSample {
  const sample = projects.find((it) => it.id === id);
  if (sample === undefined) throw new Error(`No project ${id}.`);
  return sample;
}

/** Where a file of the site stands in a project: one in Java is the Maven project's own folder. */
function inProject({ path: own, files }: ListedSample, file: string): string {
  if (own.endsWith(".ts")) return file;
  const pom = files.find(({ path: it }) => it.endsWith("/pom.xml"))?.path ?? "";
  return file.slice(path.posix.dirname(pom).length + 1);
}

async function bytesOf(url: string): Promise<Buffer> {
  const response = await fetch(site.url + url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function startProject(sample: ListedSample): Promise<string> {
  const own = path.join(folder, "started", sample.id.replaceAll("/", "-"));
  const root = await unpackProject(`${site.url}${sample.project}`, own);
  const { scripts, dependencies } = await readPackage(root);
  await linkPackages(root, dependencies);
  const commands = (scripts["start"] ?? "").split(" && ");
  const printed: string[] = [];
  for (const command of commands) printed.push((await runProgram(command, root)).stdout);
  return printed.join("");
}
