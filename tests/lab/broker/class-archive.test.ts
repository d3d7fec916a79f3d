import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, truncateSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startCluster } from "../../../src/lab/broker/cluster.ts";
import type { Jars } from "../../../src/lab/jvm/jars.ts";
import type { Spawn } from "../../../src/lab/broker/node-process.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { findRealJava, makeSpawn } from "../jvm/real-java.ts";

const real = await findRealJava("tests/lab/broker/class-archive.test.ts");
const twoMinutes = 120_000;

describe.skipIf(real === undefined)("an archive of classes", { timeout: twoMinutes }, () => {
  test("is made once, is one that Java takes, and is made again when it was damaged", async () => {
    const { java, jars } = lendJava();
    const spawned = makeSpawn();
    const getArchive = async (): Promise<string> => {
      // As another process would ask.
      vi.resetModules();
      const { getClassArchive } = await import("../../../src/lab/broker/class-archive.ts");
      return (await getClassArchive(java, jars, spawned.spawn)) ?? "";
    };
    const first = await getArchive();
    expect(dirname(first)).toBe(dirname(jars.folder));
    // A formatting and a node.
    expect(spawned.count()).toBe(2);
    expect(countSharedClasses(java.command, jars, first)).toBeGreaterThan(100);
    expect(await getArchive()).toBe(first);
    expect(spawned.count()).toBe(2);

    truncateSync(first, 20_000_000);
    const second = await getArchive();
    expect(spawned.count()).toBe(4);
    expect(listArchives(jars)).toEqual([basename(second)]);
    expect(countSharedClasses(java.command, jars, second)).toBeGreaterThan(100);
    expect(spawned.listAlive()).toEqual([]);
  });

  test("is not needed: where it cannot be made, a node starts without", async () => {
    const { java, jars } = lendJava();
    const spawned = makeSpawn();
    const spawn: Spawn = (command, args, options) => {
      const isMaking = args.some((argument) => argument.includes("ArchiveClassesAtExit"));
      return spawned.spawn(isMaking ? "false" : command, args, options);
    };
    const cluster = await startCluster({ nodes: 1, folder: makeFolder({}), java, jars }, spawn);
    onTestFinished(() => cluster.close());
    expect(listArchives(jars)).toEqual([]);
    expect(readdirSync(dirname(jars.folder))).toEqual([basename(jars.folder)]);
  });
});

/** This machine's Java and jars, these in a folder of the test's own, since an archive is made beside it. */
function lendJava(): Pick<Parameters<typeof startCluster>[0], "jars" | "java"> {
  if (real === undefined) throw new Error("These tests are skipped without Java.");
  const folder = join(makeFolder({}), "jars");
  mkdirSync(folder);
  const files = real.jars.files.map((file) => {
    const link = join(folder, basename(file));
    symlinkSync(file, link);
    return link;
  });
  return { java: real.java, jars: { folder, files } };
}

function listArchives(jars: Jars): string[] {
  return readdirSync(dirname(jars.folder)).filter((name) => name.endsWith(".jsa"));
}

/** How many classes a Java that starts takes from the archive. */
function countSharedClasses(java: string, jars: Jars, archive: string): number {
  const options = ["-XX:+UseSerialGC", `-XX:SharedArchiveFile=${archive}`, "-Xlog:class+load"];
  const program = ["-cp", jars.files.join(delimiter), "kafka.tools.StorageTool", "random-uuid"];
  const { stdout } = spawnSync(java, [...options, ...program], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes("shared objects file (top)")).length;
}
