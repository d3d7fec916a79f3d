import type { Sample } from "../../check/index.ts";
import { readOtherKafka, type OtherReading } from "../../lab/readings/other-kafka.ts";
import { isRelease } from "../../lab/jvm/other-jars.ts";
import { howToGetJava } from "../../lab/jvm/how-to-get-java.ts";
import type { Guard } from "../../lab/processes/guard.ts";
import { Failure } from "../../report/failure.mjs";
import { count } from "../../report/words.ts";
import { findJavas } from "./find-tools.ts";

/** For `--kafka 3.9.1`: prints which defaults differ in another version of Kafka. Writes no receipt. */
export async function printOtherKafka(
  version: string,
  filters: readonly string[],
  samples: readonly Sample[],
  { root, guard }: { readonly root: string; readonly guard: Guard },
): Promise<boolean> {
  if (!isRelease(version)) {
    throw new Failure(
      "bad-option",
      `--kafka is "${version}". Expected a release of Kafka.\n  Type: npm run verify -- --kafka 3.9.1`,
    );
  }
  const java = await findJavas(false);
  if (java.kind === "none") throw new Failure("no-java", `${java.why}.\n  ${howToGetJava()}`);
  const readings = await readOtherKafka(root, samples, filters, version, { guard, tools: java });
  if (readings.length === 0) {
    throw new Failure(
      "no-such-sample",
      `No Java program that needs no broker has "${filters.join('" or "')}" in its id.\n` +
        `  Type: npm run verify -- read-defaults --kafka ${version}`,
    );
  }
  for (const reading of readings) printReading(reading, version);
  return true;
}

function printReading({ id, changes }: OtherReading, version: string): void {
  const changed = changes.filter((it) => it.recorded !== undefined && it.other !== undefined);
  const onlyHere = changes.filter((it) => it.recorded === undefined);
  const onlyRecorded = changes.filter((it) => it.other === undefined);
  console.log(`${id}  ${count(changed.length, "value")} differ`);
  for (const { key, other, recorded } of changed) {
    console.log(`  ${key} = ${recorded}, and ${other} in ${version}`);
  }
  console.log(`${id}  ${onlyHere.length} have a default in ${version} alone`);
  for (const { key, other } of onlyHere) console.log(`  ${key} = ${other}`);
  console.log(`${id}  ${onlyRecorded.length} have none in ${version}, or are not there`);
  for (const { key, recorded } of onlyRecorded) console.log(`  ${key} = ${recorded}`);
}
