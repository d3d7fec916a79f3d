import type { ComparedRun, Receipt } from "./receipt.ts";

/** The runs of a scenario as a table: a group of rows for each held point, in the order of the receipt. */
export interface FaultTable {
  /** What tells the rows apart. */
  readonly head: "Fault" | "Proxy" | "Run";
  readonly columns: readonly Column[];
  readonly groups: readonly FaultGroup[];
}

export interface Column {
  readonly name: string;
  /** Whether the count differs from run to run, so that its value holds for the recorded run only. */
  readonly moves: boolean;
}

export interface FaultGroup {
  readonly at: string | undefined;
  /** The run as written, then the run without the line. */
  readonly rows: readonly FaultRow[];
}

export interface FaultRow {
  /** The line that was taken out, or a phrase for it; absent where the sample ran as written. */
  readonly without: string | undefined;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /**
   * "1,000"; "≈ 262" for a count that differs from run to run, "9–12" where it has several values; "–" where the run
   * has none.
   */
  readonly text: string;
  readonly fails: boolean;
}

/**
 * Builds the table of a receipt's runs.
 *
 * @throws Error when no fault was injected in any of them, and none had a proxy
 */
export function buildFaultTable(receipt: Receipt): FaultTable {
  const { compared, recorded } = receipt;
  if (!compared.runs.some(isShownInTable)) {
    throw new Error(
      `No run of "${receipt.sample}" has a fault: its receipt has no held point and nothing taken out. Show what it prints with <Sample file="…" output />.`,
    );
  }
  const columns = [
    ...namesOf(compared.runs).map((name) => ({ name, moves: false })),
    ...namesOf(recorded.runs).map((name) => ({ name, moves: true })),
  ];
  const numbered = compared.runs.map((run, index) => ({ run, index }));
  const groups = [...Map.groupBy(numbered, ({ run }) => run.at)].map(
    ([at, members]): FaultGroup => {
      const asWritten = members.find(({ run }) => run.without === undefined);
      const rows = [...members].sort(
        (a, b) => Number(a.run.without !== undefined) - Number(b.run.without !== undefined),
      );
      return {
        at,
        rows: rows.map(({ run, index }) => {
          const counts = allCounts(receipt, index);
          const { ranges = {} } = recorded.runs[index] ?? {};
          const most = Object.entries(ranges).map(([name, range]) => [name, range[1]]);
          const failing = failingCounts(
            { ...run, counts: { ...counts, ...Object.fromEntries(most) } },
            asWritten && allCounts(receipt, asWritten.index),
          );
          return {
            without: run.without,
            cells: columns.map(({ name, moves }): Cell => {
              const value = (moves ? recorded.runs[index] : run)?.counts[name];
              return {
                text: value === undefined ? "–" : formatMoving(value, moves, ranges[name]),
                fails: value !== undefined && failing.has(name),
              };
            }),
          };
        }),
      };
    },
  );
  return { head: nameHead(compared.runs), columns, groups };
}

/** Whether a run had a fault at a held point or a line taken out. */
export function isFaulty({ at, behind, without }: ComparedRun): boolean {
  return at !== behind || without !== undefined;
}

/** Whether a run has something that a table of runs compares: a fault, or a proxy. */
export function isShownInTable(run: ComparedRun): boolean {
  return isFaulty(run) || run.behind !== undefined;
}

function nameHead(runs: readonly ComparedRun[]): FaultTable["head"] {
  if (runs.some(({ behind }) => behind !== undefined)) return "Proxy";
  return runs.some(({ at }) => at !== undefined) ? "Fault" : "Run";
}

/** Returns all counts of a run: those that are compared, and those that differ from run to run. */
export function allCounts(receipt: Receipt, run: number): Readonly<Record<string, number>> {
  return { ...receipt.compared.runs[run]?.counts, ...receipt.recorded.runs[run]?.counts };
}

/**
 * Returns the names of the counts that show a failure. "lost" is one whenever it is above 0. For each condition that
 * must hold and did not, they are the counts that its words name ("no event is handled twice"); where it names none,
 * the counts that differ from the run as written.
 */
export function failingCounts(
  run: Pick<ComparedRun, "counts" | "holds">,
  asWritten: Readonly<Record<string, number>> | undefined,
): ReadonlySet<string> {
  const names = Object.keys(run.counts);
  const failing = new Set(names.filter((name) => name === "lost" && (run.counts[name] ?? 0) > 0));
  for (const [words, holds] of Object.entries(run.holds)) {
    if (holds) continue;
    const spoken = new Set(words.toLowerCase().match(/\w+/g));
    const named = names.filter((name) => spoken.has(name.toLowerCase()));
    const different = names.filter(
      (name) => asWritten !== undefined && asWritten[name] !== run.counts[name],
    );
    for (const name of named.length > 0 ? named : different) failing.add(name);
  }
  return failing;
}

function formatMoving(
  count: number,
  moves: boolean,
  range: readonly [number, number] | undefined,
): string {
  if (!moves) return formatCount(count);
  if (range === undefined) return `≈ ${formatCount(count)}`;
  return [...new Set(range)].map(formatCount).join("–");
}

/** 1000 → "1,000" */
export function formatCount(count: number): string {
  return count.toLocaleString("en-GB");
}

function namesOf(runs: readonly { readonly counts: Readonly<Record<string, number>> }[]): string[] {
  return [...new Set(runs.flatMap(({ counts }) => Object.keys(counts)))];
}
