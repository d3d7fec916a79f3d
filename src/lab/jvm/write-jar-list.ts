// Rewrites the lists of jars after a change of the versions in jar-sets.ts:
//
//     node src/lab/jvm/write-jar-list.ts
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyJars } from "./download-jars.ts";
import { findMaven } from "./find-java.ts";
import { type JarSet, listDependencies, nameJarList } from "./jar-sets.ts";
import { Failure } from "../../report/failure.mjs";

const maven = findMaven();
if (maven.found === undefined) throw new Failure("no-maven", `${maven.why}.`);
const sets: readonly JarSet[] = ["broker", "java", "java-tests", "debezium"];
for (const set of sets) {
  const folder = mkdtempSync(join(tmpdir(), "wire-and-log-jars-"));
  try {
    await copyJars(maven.found, folder, listDependencies(set), process.env);
    const names = readdirSync(folder).filter((name) => name.endsWith(".jar"));
    const rows = names.sort().map((name) => {
      const sha256 = createHash("sha256").update(readFileSync(join(folder, name)));
      return `${sha256.digest("hex")}  ${name}\n`;
    });
    writeFileSync(nameJarList(set), rows.join(""));
    console.log(`${set}: ${names.length} jars listed.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
