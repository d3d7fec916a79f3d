import type { Receipt } from "../../receipts/receipt.ts";

/** How a table names a run: words, and where a line was taken out, that line. */
export interface RunName {
  readonly words: string;
  readonly code: string | undefined;
}

/** "as written", "without `afterCursor`", or the scenario's own words, which begin with "without". */
export function nameRun(without: string | undefined): RunName {
  if (without === undefined) return { words: "as written", code: undefined };
  return /^(?:without|with|before|after|instead)\b/i.test(without)
    ? { words: without, code: undefined }
    : { words: "without", code: without };
}

/** What was struck in the runs of a receipt: "warehouse killed, back 2 s later". */
export function describeStrike({ recorded }: Receipt): string | undefined {
  const strikes = recorded.runs.flatMap(({ marks = [] }) =>
    marks
      .filter(({ what }) => what === "killed")
      .map(({ program, ms }) => {
        const back = marks.find(
          (mark) => mark.what === "back" && mark.program === program && mark.ms >= ms,
        );
        return back === undefined
          ? `${program} killed`
          : `${program} killed, back ${formatSeconds(back.ms - ms)} later`;
      }),
  );
  return strikes.length === 0 ? undefined : [...new Set(strikes)].join("; ");
}

/** 2013 → "2 s", 2460 → "2.5 s" */
function formatSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}
