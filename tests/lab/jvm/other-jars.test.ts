import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { getOtherJars, isRelease } from "../../../src/lab/jvm/other-jars.ts";
import { makeFolder } from "../../commands/temporary-folder.ts";
import { makeCommands } from "./fake-command.ts";

test.each(["3.9.1", "4.0.0"])("%s is a release of Kafka", (version) => {
  expect(isRelease(version)).toBe(true);
});

test.each(["3.9", "v3.9.1", "3.9.1-rc0", "latest", "", "../3.9.1"])(
  "%j is no release of Kafka",
  (version) => {
    expect(isRelease(version)).toBe(false);
  },
);

test("the jars of a release are downloaded once, each set into a folder of its own", async () => {
  const env = environment(
    'for it in "$@"; do case $it in -DoutputDirectory=*) f=${it#*=};; esac; done; echo a > $f/a.jar',
  );
  const said: string[] = [];
  const get = () => getOtherJars("broker", "3.9.1", env, (line) => said.push(line));
  const { folder, files } = await get();
  expect(files.map((file) => basename(file))).toEqual(["a.jar"]);
  expect(folder.slice(env.XDG_CACHE_HOME.length)).toBe("/wire-and-log/kafka-3.9.1/broker");
  expect(await get()).toEqual({ folder, files });
  expect(said).toEqual([expect.stringContaining("Downloading Kafka 3.9.1 (about 45 MB)")]);
  expect(readdirSync(dirname(folder))).toEqual(["broker"]);
});

test("a release that Maven does not find is said, with what to type, and leaves nothing", async () => {
  const env = environment("echo '[ERROR] Could not find artifact kafka:jar:3.9.99'; exit 1");
  const asked = getOtherJars("broker", "3.9.99", env, () => {});
  await expect(asked).rejects.toThrow(
    /^unknown-kafka {2}Maven finds no Kafka 3\.9\.99\.\n.* --kafka 3\.9\.1$/,
  );
  expect(readdirSync(join(env.XDG_CACHE_HOME, "wire-and-log", "kafka-3.9.99"))).toEqual([]);
});

/** An environment with an empty cache folder and a Maven that does this. */
function environment(download: string) {
  const mvn = `case "$*" in *--version) echo Apache Maven 3.9.9;; *) ${download};; esac`;
  return { PATH: `${makeCommands({ mvn })}:/usr/bin:/bin`, XDG_CACHE_HOME: makeFolder({}) };
}
