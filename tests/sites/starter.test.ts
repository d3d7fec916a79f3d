import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { listedSamples, serveBuiltSite } from "./built-site.ts";
import { recordedOutput } from "./recorded-output.ts";
import { unpackProject } from "./unpack-project.ts";

/** The starter, as a reader gets it: unpacked in an empty folder, installed from the registry, started. */
test("the wire starter installs and runs from an empty folder", async () => {
  const starter = listedSamples.find(({ id }) => id === "example/wire");
  const site = await serveBuiltSite();
  const folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-starter-"));
  try {
    const root = await unpackProject(`${site.url}${starter?.project}`, folder);
    const npm = (...options: string[]) =>
      promisify(execFile)("npm", options, { cwd: root, shell: process.platform === "win32" });
    await npm("install", "--no-audit", "--no-fund", "--loglevel=error");
    const { stdout } = await npm("start", "--silent");
    expect(stdout).toBe(recordedOutput({ id: "example/wire" }));
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
