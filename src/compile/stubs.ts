import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";

/** One error in a `.proto` as buf reports it; `path` is below `content/samples`. */
export interface ProtoProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Thrown when the contract does not compile. */
export class StubError extends Error {
  override readonly name = "StubError";
  readonly problems: readonly ProtoProblem[];

  constructor(problems: readonly ProtoProblem[], output: string) {
    super(`buf could not compile the .proto files:\n${output}`);
    this.problems = problems;
  }
}

const run = promisify(execFile);
const GENERATORS = ["@bufbuild/buf", "ts-proto", "@bufbuild/protoc-gen-es"];

/**
 * Generates the gRPC stubs of every `.proto` below `content/samples` into `content/samples/gen`, when a proto, buf's
 * configuration or a generator's version has changed. Stubs are written to a temporary folder and swapped in, so that
 * a failure keeps the old ones.
 *
 * @throws StubError when a `.proto` is wrong; Error when buf itself fails
 */
export async function generateStubs(root: string): Promise<{ generated: boolean }> {
  const folder = path.join(root, SAMPLES_FOLDER);
  const cache = path.join(root, ".cache", "stubs.json");
  const inputs = await hashInputs(folder);
  const stubs = path.join(folder, "gen");
  const known = await readFile(cache, "utf8").catch(() => "");
  if (known === JSON.stringify({ inputs, outputs: await hashFiles(stubs) }))
    return { generated: false };

  const beside = path.join(root, ".cache", `stubs-${process.pid}`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  try {
    await runBuf(folder, ["build"]);
    await runBuf(folder, ["generate", "--output", beside]);
    await rm(stubs, { recursive: true, force: true });
    await rename(path.join(beside, "gen"), stubs);
    await writeFile(cache, JSON.stringify({ inputs, outputs: await hashFiles(stubs) }));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return { generated: true };
}

/** Generates the stubs if there is a contract, and returns its errors as issues. */
export async function makeStubs(root: string): Promise<Issue[]> {
  if (!existsSync(path.join(root, SAMPLES_FOLDER, "buf.gen.yaml"))) return [];
  try {
    await generateStubs(root);
    return [];
  } catch (error) {
    if (!(error instanceof StubError)) throw error;
    return error.problems.map(({ path: file, ...problem }) => ({
      slug: "proto-error",
      file: `${SAMPLES_FOLDER}/${file}`,
      ...problem,
    }));
  }
}

async function runBuf(folder: string, args: readonly string[]): Promise<void> {
  const require = createRequire(import.meta.url);
  const program = path.join(
    path.dirname(require.resolve("@bufbuild/buf/package.json")),
    "bin",
    "buf",
  );
  const scripts = path.join(path.dirname(require.resolve("ts-proto/package.json")), "..", ".bin");
  // The plugin is a script whose first line asks for `node`, and it must find this Node first.
  const PATH = [path.dirname(process.execPath), scripts, process.env["PATH"]].join(path.delimiter);
  try {
    await run(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, PATH } });
  } catch (error) {
    const { stderr = "", stdout = "" } = error as { stderr?: string; stdout?: string };
    const output = `${stderr}${stdout}`.trim();
    const problems = readProblems(output);
    if (problems.length > 0) throw new StubError(problems, output);
    throw new Error(`buf failed: ${output === "" ? String(error) : output}`, { cause: error });
  }
}

function readProblems(output: string): ProtoProblem[] {
  return [...output.matchAll(/^(\S+\.proto):(\d+):(\d+):(.*)$/gm)].map(
    ([, file = "", line, column, message = ""]) => ({
      path: file,
      line: Number(line),
      column: Number(column),
      message: message.trim(),
    }),
  );
}

async function hashInputs(folder: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const versions = GENERATORS.map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  );
  const hash = createHash("sha256").update(versions.join());
  hash.update(
    await hashFiles(
      folder,
      (file) => /\.proto$|^buf(?:\.gen)?\.yaml$/.test(file) && !file.startsWith("gen/"),
    ),
  );
  return hash.digest("hex");
}

async function hashFiles(
  folder: string,
  wanted: (relative: string) => boolean = () => true,
): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .filter(wanted)
    .sort();
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(`${file}\n`).update(await readFile(path.join(folder, file)));
  return hash.digest("hex");
}
