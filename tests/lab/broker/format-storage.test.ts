import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatOnce, makeId, writeFormatted } from "../../../src/lab/broker/format-storage.ts";
import type { Spawn } from "../../../src/lab/broker/node-process.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { findRealJava, makeSpawn } from "../jvm/real-java.ts";

const real = await findRealJava("tests/lab/broker/format-storage.test.ts");
const ports = { lab: 1, tap: 2, controller: 3, far: 4, door: 5 };

describe.skipIf(real === undefined)("a formatted data folder", { timeout: 120_000 }, () => {
  test("is made by Kafka once, also when the first formatting fails, and has ids of its own in every node", async () => {
    if (real === undefined) return;
    const folder = makeFolder({});
    const spawned = makeSpawn();
    const failing: Spawn = (_, args, options) => spawned.spawn("false", args, options);
    await expect(formatOnce(join(folder, "fails"), real, failing)).rejects.toThrow(
      /^broker-not-started {2}Node 1 cannot be formatted/,
    );
    const asked = [1, 2, 3].map((n) => formatOnce(join(folder, `f${n}`), real, spawned.spawn));
    const [data, ...same] = await Promise.all(asked);
    expect(spawned.count()).toBe(2);
    expect(existsSync(join(folder, "f1"))).toBe(false);
    if (data === undefined) throw new Error("no data");
    for (const other of same) expect(other).toBe(data);

    const nodes = [1, 2].map((id) => {
      const place = { id, folder: join(folder, `node-${id}`), ports };
      writeFormatted(place, "a-cluster", data);
      const own = join(place.folder, "data");
      expect(data.checkpoints.size).toBeGreaterThan(0);
      for (const [file, bytes] of data.checkpoints)
        expect(readFileSync(join(own, file))).toEqual(bytes);
      return readFileSync(join(own, "meta.properties"), "utf8");
    });
    const ids = nodes.map((text) => /^directory\.id=(.+)$/m.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(2);
    for (const [index, text] of nodes.entries()) {
      expect(text).toContain(`\nnode.id=${index + 1}\n`);
      expect(text).toMatch(/^cluster\.id=a-cluster$/m);
      expect(text).toContain("\nversion=1\n");
    }
  });
});

test("an id is never taken for an option", () => {
  const ids = Array.from({ length: 2_000 }, makeId);
  expect(ids.filter((id) => !/^[\w][\w-]{21}$/.test(id))).toEqual([]);
});
