import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installJava } from "../../src/install/install-java.ts";
import { howToGetJava } from "../../src/lab/jvm/how-to-get-java.ts";
import { makeFolder } from "../commands/temporary-folder.ts";
import { makeCommands, sayJava } from "../lab/jvm/fake-command.ts";

const isDebianRoot = process.getuid?.() === 0 && existsSync("/etc/debian_version");

test("outside CI nothing is installed", () => {
  const log = join(makeFolder({}), "log");
  const path = makeCommands({ "apt-get": `echo "$@" >> ${log}` });
  expect(installJava({ PATH: path })).toBe(false);
  expect(existsSync(log)).toBe(false);
});

test.skipIf(!isDebianRoot)(
  "in CI, as root, Debian's packages are, and the default Java where 17 is gone",
  () => {
    const log = join(makeFolder({}), "log");
    const bin = makeCommands({});
    const script = (name: string, text: string): string =>
      `printf '#!/bin/sh\\n${text}\\n' > ${bin}/${name}; /bin/chmod +x ${bin}/${name}`;
    const java = script("java", sayJava("21.0.1").replaceAll("'", ""));
    const mvn = script("mvn", "echo Apache Maven 3.9.9");
    const apt = makeCommands({
      "apt-get": `echo "$@" >> ${log}\ncase "$*" in *default-jdk*) ${java.replace(/"/g, '\\"')}; ${mvn};; esac`,
    });
    installJava({ CI: "true", PATH: `${bin}:${apt}` });
    const typed = readFileSync(log, "utf8");
    expect(typed).toMatch(
      /^update -q\ninstall .*openjdk-17-jdk-headless maven\ninstall .*default-jdk-headless maven\n$/,
    );
  },
);

test("what to type names Java and Maven", () => {
  expect(howToGetJava()).toMatch(/(openjdk|Java 17).*aven.*JAVA_HOME=/);
});
