import type {
  ComparedRun,
  ProgramRun,
  RecordedRun,
  Series,
  WireLine,
} from "../../receipts/receipt.ts";
import { NOTHING } from "../find-scenarios.ts";
import { Failure } from "../../report/failure.mjs";
import type { Look } from "../scenario.ts";
import { drawStrip, type Mark, placeMarks } from "../shop/strip.ts";
import type { RunLog } from "./run-log.ts";
import type { RunRequest } from "./run-scenario.ts";

/** What a run has produced when it is over. */
export interface FinishedRun {
  readonly programs: readonly ProgramRun[];
  readonly durationMs: number;
  readonly log: RunLog;
  readonly look: Look;
  readonly marks: readonly Mark[];
}

export interface RunDescription {
  readonly compared: ComparedRun;
  readonly recorded: Omit<RecordedRun, "wire">;
  /** Every event of the wire, where the scenario says `keepWire`. */
  readonly wire: readonly WireLine[] | undefined;
}

/** Counts what happened in a run, and divides the result into what is compared, what is recorded, and the wire. */
export function describeRun(
  { subject: { scenario }, at, isWithout }: RunRequest,
  { programs, durationMs, log, look, marks }: FinishedRun,
): RunDescription {
  const { stable, moved } = splitCounts(scenario.counts(look), scenario.moving ?? []);
  const counts = { ...stable, ...moved };
  const { behind } = scenario.heldPoints[at] ?? {};
  const hasStrip = !isWithout && scenario.keepStrip?.includes(at) === true;
  const hasWire = !isWithout && scenario.keepWire?.includes(at) === true;
  return {
    compared: {
      ...(at === NOTHING ? {} : { at }),
      ...(behind === undefined ? {} : { behind }),
      ...(isWithout && scenario.without !== undefined ? { without: scenario.without.says } : {}),
      programs,
      counts: stable,
      holds: Object.fromEntries(
        Object.entries(scenario.mustHold).map(([words, holds]) => [words, holds(counts)]),
      ),
    },
    recorded: {
      durationMs,
      counts: moved,
      ...(scenario.series === undefined ? {} : { series: readSeries(scenario.series(look)) }),
      ...(hasStrip ? drawStrip(look, marks) : placeMarks(marks, log.startedAt)),
    },
    wire: hasWire ? log.lines : undefined,
  };
}

/** Refuses a series without a time, or with a value that is none. */
function readSeries(all: Readonly<Record<string, Series>>): Readonly<Record<string, Series>> {
  for (const [name, { ms, lines }] of Object.entries(all)) {
    const isWhole = Object.values(lines).every(
      (values) => values.length === ms.length && values.every(Number.isFinite),
    );
    if (ms.length > 0 && isWhole) continue;
    throw new Failure(
      "bad-scenario",
      `The series "${name}" of the scenario has no value for each of its ${ms.length} times.\n  Look at what it reads for this series.`,
    );
  }
  return all;
}

function splitCounts(counts: Readonly<Record<string, number>>, moving: readonly string[]) {
  const entries = Object.entries(counts);
  const [wrong] = entries.filter(([, value]) => !Number.isFinite(value));
  if (wrong !== undefined) {
    const [name, value] = wrong;
    throw new Failure(
      "bad-scenario",
      `The scenario counts "${name}" as ${value}, which is no number.\n  Look at what it reads for this count.`,
    );
  }
  return {
    stable: Object.fromEntries(entries.filter(([name]) => !moving.includes(name))),
    moved: Object.fromEntries(entries.filter(([name]) => moving.includes(name))),
  };
}
