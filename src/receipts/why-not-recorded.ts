import type { Sample } from "../check/checked-site.ts";
import { didYouMean } from "../report/nearest.ts";
import { howToRecord } from "./read-receipts.ts";

/** Says why there is no recorded run of a sample that something names, and what to do. */
export function whyNotRecorded(
  id: string,
  samples: readonly Pick<Sample, "id" | "file" | "notRun" | "run">[],
  recorded: readonly string[],
): string {
  const sample = samples.find((it) => it.id === id);
  if (sample === undefined) {
    const known = samples.map((it) => it.id);
    // A sample that ran is what was meant, if any; another may still have to be run.
    return `There is no sample "${id}".${didYouMean(id, recorded) || didYouMean(id, known)}`;
  }
  if (sample.notRun !== undefined)
    return `${sample.file} is not run: ${sample.notRun}\nName a sample that is.`;
  return sample.run === undefined
    ? `No run of ${sample.file} is recorded. If it is a program, its header says how it is run: "// Run: …".\n${howToRecord(id)}`
    : `No run of ${sample.file} is recorded yet.\n${howToRecord(id)}`;
}
