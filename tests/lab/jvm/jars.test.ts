import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareJars, findJars, nameCacheFolder } from "../../../src/lab/jvm/jars.ts";
import { readJarList } from "../../../src/lab/jvm/jar-sets.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";

const list = new Map([
  ["a.jar", sha256("a")],
  ["b.jar", sha256("b")],
]);

test("the committed list names Kafka's jar, and each hash is one", () => {
  const committed = readJarList();
  expect([...committed.keys()]).toContain("kafka_2.13-4.4.0.jar");
  expect(
    [...committed].filter(
      ([name, hash]) => !/^\S+\.jar$/.test(name) || !/^[0-9a-f]{64}$/.test(hash),
    ),
  ).toEqual([]);
});

test("jars that are all there are found in the list's order, whatever else is in the folder", () => {
  const folder = makeFolder({ "b.jar": "b", "a.jar": "a", "notes.txt": "x" });
  expect(findJars(folder, list)?.files).toEqual([join(folder, "a.jar"), join(folder, "b.jar")]);
});

test("a missing jar means that they are to be downloaded, and so does a missing folder", () => {
  const folder = makeFolder({ "a.jar": "a" });
  expect(compareJars(folder, list)).toEqual({ missing: ["b.jar"], changed: [] });
  expect(findJars(folder, list)).toBeUndefined();
  expect(findJars(join(folder, "none"), list)).toBeUndefined();
});

test("a jar with other bytes stops everything, with its name and what to type", () => {
  const folder = makeFolder({ "a.jar": "a", "b.jar": "B" });
  expect(() => findJars(folder, list)).toThrow(
    `jar-changed  "b.jar" in ${folder}: not the bytes that src/lab/jvm/*-jars.sha256 list.\n` +
      `  Delete it, and the next run downloads it again: rm '${join(folder, "b.jar")}'`,
  );
});

test("the cache folder is the one that was asked for, unless its path is relative", () => {
  expect(nameCacheFolder({ XDG_CACHE_HOME: "/caches" })).toBe("/caches/wire-and-log/kafka-4.4.0");
  const usual = join(homedir(), ".cache", "wire-and-log", "kafka-4.4.0");
  expect(nameCacheFolder({ XDG_CACHE_HOME: "caches" })).toBe(usual);
  expect(nameCacheFolder({})).toBe(usual);
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
