import type { Receipt } from "../../receipts/receipt.ts";

/** How a table names a run. When a line was removed, the name includes that line. */
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

/**
 * What was broken in the runs of a receipt, such as "warehouse killed, back 2 s later". Times that vary are a range:
 * "0.5–0.6 s".
 */
export function describeStrike({ recorded }: Receipt): string | undefined {
  const struck = recorded.runs.flatMap(({ marks = [] }) =>
    marks
      .filter(({ what }) => what === "killed")
      .map(({ program, ms }) => {
        const back = marks.find(
          (mark) => mark.what === "back" && mark.program === program && mark.ms >= ms,
        );
        return { program, backMs: back === undefined ? undefined : back.ms - ms };
      }),
  );
  const strikes = [...Map.groupBy(struck, ({ program }) => program)].map(([program, own]) => {
    const backs = own.flatMap(({ backMs }) => backMs ?? []);
    return backs.length === 0
      ? `${program} killed`
      : `${program} killed, back ${formatRange(Math.min(...backs), Math.max(...backs))} later`;
  });
  return strikes.length === 0 ? undefined : strikes.join("; ");
}

/** 490, 610 → "0.5–0.6 s" */
function formatRange(least: number, most: number): string {
  const [from, to] = [formatSeconds(least), formatSeconds(most)];
  return from === to ? from : `${from.replace(/ s$/, "")}–${to}`;
}

/** 2013 → "2 s", 2460 → "2.5 s" */
function formatSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}

/** Starts the words with a capital letter. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
