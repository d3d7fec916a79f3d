import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { downloadJars } from "../../../src/lab/jvm/download-jars.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands } from "./fake-command.ts";

const list = new Map([
  ["a.jar", sha256("a")],
  ["b.jar", sha256("b")],
]);

test("what Maven brings is moved into the folder when it is what the list has", async () => {
  const folder = join(makeFolder({}), "caches", "kafka");
  const jars = await downloadJars(bringing({ "a.jar": "a", "b.jar": "b" }), folder, { list });
  expect(jars.files).toEqual([join(folder, "a.jar"), join(folder, "b.jar")]);
  expect(readdirSync(dirname(folder))).toEqual(["kafka"]);
});

test("a jar with other bytes never gets into the folder", async () => {
  const folder = join(makeFolder({}), "kafka");
  const download = downloadJars(bringing({ "a.jar": "a", "b.jar": "evil" }), folder, { list });
  await expect(download).rejects.toThrow(/^jar-changed {2}"b.jar": Maven brought other bytes than/);
  expect(readdirSync(dirname(folder))).toEqual([]);
});

test("a jar that Maven did not bring is named", async () => {
  const download = downloadJars(bringing({ "a.jar": "a" }), join(makeFolder({}), "kafka"), {
    list,
  });
  await expect(download).rejects.toThrow(/^jar-changed {2}"b.jar": Maven did not bring/);
});

test("two downloads at once end with the same jars, and leave nothing beside them", async () => {
  const folder = join(makeFolder({}), "kafka");
  const maven = bringing({ "a.jar": "a", "b.jar": "b" });
  await Promise.all([1, 2, 3].map(() => downloadJars(maven, folder, { list })));
  expect(readdirSync(dirname(folder))).toEqual(["kafka"]);
  expect(readdirSync(folder).sort()).toEqual(["a.jar", "b.jar"]);
});

test("only what is missing is put there: an archive of classes knows the others by their time", async () => {
  const folder = makeFolder({ "a.jar": "a" });
  utimesSync(join(folder, "a.jar"), 1_000, 1_000);
  await downloadJars(bringing({ "a.jar": "a", "b.jar": "b" }), folder, { list });
  expect(statSync(join(folder, "a.jar")).mtimeMs).toBe(1_000_000);
  expect(readFileSync(join(folder, "b.jar"), "utf8")).toBe("b");
});

test("a Maven that fails is quoted without its colours, and nothing is left", async () => {
  const folder = join(makeFolder({}), "kafka");
  const command = join(
    makeCommands({ mvn: "printf '[\\033[1;31mERROR\\033[m] Unknown host\\n'; exit 1" }),
    "mvn",
  );
  const download = downloadJars({ command, version: "3.8.7" }, folder, { list });
  await expect(download).rejects.toThrow(/^jars-not-downloaded /);
  await expect(download).rejects.toThrow("Maven 3.8.7 cannot download Kafka 4.4.0: Unknown host");
  expect(readdirSync(dirname(folder))).toEqual([]);
});

/** A Maven that copies these files to where it is told. */
function bringing(files: Readonly<Record<string, string>>): { command: string; version: string } {
  const from = makeFolder(files);
  const script = `for o; do case $o in -DoutputDirectory=*) cp ${from}/* "\${o#*=}";; esac; done`;
  return { command: join(makeCommands({ mvn: script }), "mvn"), version: "3.8.7" };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
