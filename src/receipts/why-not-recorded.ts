import type { Sample } from "../check/checked-site.ts";
import { didYouMean } from "../report/nearest.ts";
import { howToRecord } from "./read-receipts.ts";

/** Says why the sample that a page or a fact names has no receipt, and what to type. */
export function whyNotRecorded(
  id: string,
  samples: readonly Pick<Sample, "id" | "file" | "notRun" | "run">[],
  recorded: readonly string[],
): string {
  const sample = samples.find((it) => it.id === id);
  if (sample === undefined) {
    const known = samples.map((it) => it.id);
    // Suggests a recorded sample first; the nearest other sample may have no receipt yet.
    return `There is no sample "${id}".${didYouMean(id, recorded) || didYouMean(id, known)}`;
  }
  if (sample.notRun !== undefined)
    return `${sample.file} is not run: ${sample.notRun}\nName a sample that is.`;
  return sample.run === undefined
    ? `No run of ${sample.file} is recorded. If it is a program, its header says how it is run: "// Run: …".\n${howToRecord(id)}`
    : `No run of ${sample.file} is recorded yet.\n${howToRecord(id)}`;
}
