import type { ProgramRun, Receipt } from "./receipt.ts";

/** Returns the number of the run whose output a page shows: the run as written without a fault, if there is one. */
export function shownRun({ compared: { runs } }: Receipt): number {
  const asWritten = runs.flatMap((run, index) => (run.without === undefined ? [index] : []));
  const undisturbed = asWritten.find((index) => runs[index]?.at === undefined);
  return undisturbed ?? asWritten[0] ?? 0;
}

/**
 * Returns what a page shows as the output of a sample (its path): what it printed in {@link shownRun}, each time that
 * it was started, and what the page printed that it serves. For a file that was not started itself, returns the output of all programs of the run.
 */
export function outputOf(receipt: Receipt, sample: string): readonly ProgramRun[] {
  const programs = receipt.compared.runs[shownRun(receipt)]?.programs ?? [];
  const file = sample.split("/").at(-1) ?? sample;
  const own = programs.filter(
    ({ command }) =>
      opensPage(command) || command.split(/\s+/).some((word) => nameFile(word) === file),
  );
  return own.length > 0 ? own : programs;
}

/** Whether a command opens a page in a browser. */
function opensPage(command: string): boolean {
  return command.startsWith("chromium ");
}

/** Returns the file name that a word of a command stands for: the end of a path, or the class that Maven runs. */
function nameFile(word: string): string | undefined {
  return word
    .split("/")
    .at(-1)
    ?.replace(/^-D(?:exec\.mainClass|test)=(\w+)$/, "$1.java");
}
