import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsFolder, runCommand } from "./run-command.ts";
import { makeFolder, writeFiles } from "./temporary-folder.ts";

/** The smallest Astro site, with this project's packages. */
function makeSite(files: Readonly<Record<string, string>>): string {
  const root = makeFolder({
    "package.json": '{ "type": "module" }',
    "astro.config.mjs": 'export default { vite: { cacheDir: ".cache/vite" } };',
    "src/pages/index.astro": "<title>New</title>",
    ...files,
  });
  const packages = join(commandsFolder, "..", "..", "node_modules");
  symlinkSync(packages, join(root, "node_modules"), "junction");
  return root;
}

const readHome = (root: string): string => readFileSync(join(root, "dist/index.html"), "utf8");

test("a build replaces the old site as a whole and leaves nothing beside it", async () => {
  const root = makeSite({
    "dist/index.html": "<title>Old</title>",
    "dist/gone/index.html": "a page that is no more",
    ".cache/build-999999999/site/index.html": "left by a build that was killed",
  });
  const build = runCommand(root, "build.ts");
  expect(await build.ended, build.output()).toEqual({ code: 0, signal: null });
  expect(readHome(root)).toContain("<title>New</title>");
  expect(existsSync(join(root, "dist/gone"))).toBe(false);
  expect(readdirSync(join(root, ".cache")).filter((name) => name.startsWith("build-"))).toEqual([]);
});

test("a failed build leaves the old site as it was, and fails", async () => {
  const root = makeSite({
    "dist/index.html": "<title>Old</title>",
    "src/pages/broken.astro": "---\nthrow new Error('no such region');\n---\n",
  });
  const build = runCommand(root, "build.ts");
  expect((await build.ended).code).toBe(1);
  expect(build.output()).toContain("no such region");
  expect(build.output()).toContain("build-failed  Nothing was written; dist is as it was.");
  expect(readHome(root)).toBe("<title>Old</title>");
  expect(readdirSync(join(root, ".cache")).filter((name) => name.startsWith("build-"))).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "Ctrl-C ends a build, and the old site stays",
  async () => {
    const root = makeSite({
      "dist/index.html": "<title>Old</title>",
      "src/pages/slow.astro":
        "---\nconsole.log('rendering');\nawait new Promise((done) => setTimeout(done, 60_000));\n---\n",
    });
    const build = runCommand(root, "build.ts");
    await build.printed("rendering");
    build.child.kill("SIGINT");
    expect(await build.ended).toEqual({ code: 130, signal: null });
    expect(readHome(root)).toBe("<title>Old</title>");
    expect(readdirSync(join(root, ".cache")).filter((name) => name.startsWith("build-"))).toEqual(
      [],
    );
  },
);

test("the same source in two folders gives the same bytes", async () => {
  const style = "<style>h1 { color: red; }</style><script>console.log(document.title);</script>";
  const source = { "src/pages/styled.astro": `<h1>Styled</h1>${style}` };
  const [one, two] = [makeSite(source), makeSite(source)];
  for (const root of [one, two]) {
    const build = runCommand(root, "build.ts", ["out"]);
    expect((await build.ended).code, build.output()).toBe(0);
  }
  expect(readTree(join(one, "out"))).toEqual(readTree(join(two, "out")));
  writeFiles(one, { "out/index.html": "changed" });
  expect(readTree(join(one, "out"))).not.toEqual(readTree(join(two, "out")));
});

test("an option is no folder to build into", async () => {
  const root = makeSite({});
  const build = runCommand(root, "build.ts", ["--foo"]);
  expect((await build.ended).code).toBe(1);
  expect(build.output()).toBe(
    "unknown-option  npm run build has no option --foo.\n  Type: npm run build -- [folder]\n",
  );
  expect(existsSync(join(root, "--foo"))).toBe(false);
});

function readTree(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.map((name) => [name.slice(folder.length), readFileSync(name, "utf8")]),
  );
}
