import type { ProgramRun, Receipt } from "./receipt.ts";

/** The run whose output stands under a block, by its number: as written, and undisturbed when there is one like that. */
export function shownRun({ compared: { runs } }: Receipt): number {
  const asWritten = runs.flatMap((run, index) => (run.without === undefined ? [index] : []));
  const undisturbed = asWritten.find((index) => runs[index]?.at === undefined);
  return undisturbed ?? asWritten[0] ?? 0;
}

/**
 * What stands under the block of a sample (its path): what it printed in {@link shownRun}, each time that it was started.
 * A file that others start has no lines of its own: then all programs of the run.
 */
export function outputOf(receipt: Receipt, sample: string): readonly ProgramRun[] {
  const programs = receipt.compared.runs[shownRun(receipt)]?.programs ?? [];
  const file = sample.split("/").at(-1) ?? sample;
  const own = programs.filter(({ command }) =>
    command.split(/\s+/).some((word) => nameFile(word) === file),
  );
  return own.length > 0 ? own : programs;
}

/** The file that a word of a command means: by its path, or by the class that Maven is told to run. */
function nameFile(word: string): string | undefined {
  return word
    .split("/")
    .at(-1)
    ?.replace(/^-D(?:exec\.mainClass|test)=(\w+)$/, "$1.java");
}
