// What both bursts measure: memory, where events wait, their age.
import type {
  Counts,
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import { EVENTS, PER_SECOND, placedAfterMs } from "./burst.ts";

const TICK_MS = 500;
const BEFORE_MS = 1_000;
const SECOND_MS = 1_000;

/** What is counted at one time. */
export interface Tick {
  /** After the first order of the burst. */
  readonly ms: number;
  readonly placed: number;
  /** Out of the table: written, or acknowledged by the broker. */
  readonly taken: number;
  readonly inOrders: number;
  readonly handled: number;
  readonly inWarehouse: number;
  /** Of the oldest event that is not handled. */
  readonly ageSeconds: number;
}

/** From a second before the burst to the end of the run. */
export function ticksOf(look: Look): Tick[] {
  const orders = rowsOf(look, "orders.tsv");
  const warehouse = rowsOf(look, "warehouse.tsv");
  const [, startMs] = orders.at(0) ?? [];
  const [endMs] = warehouse.at(-1) ?? [];
  if (startMs === undefined || endMs === undefined) return [];
  const count = Math.floor(
    (endMs - startMs + BEFORE_MS) / TICK_MS,
  );
  return Array.from({ length: count + 1 }, (_, index) => {
    const ms = index * TICK_MS - BEFORE_MS;
    const [, , taken = 0, inOrders = 0] =
      rowAt(orders, startMs + ms) ?? orders[0] ?? [];
    const [, handled = 0, first = 0, inWarehouse = 0] =
      rowAt(warehouse, startMs + ms) ?? warehouse[0] ?? [];
    const placed = Math.min(
      EVENTS,
      Math.max(0, (ms * PER_SECOND) / SECOND_MS),
    );
    const ageMs = first < placed ? ms - placedAfterMs(first) : 0;
    return {
      ms,
      placed,
      taken,
      inOrders,
      handled,
      inWarehouse,
      ageSeconds: Number((ageMs / SECOND_MS).toFixed(1)),
    };
  });
}

/** MB more of a process than when the burst began. */
export function growthOf(look: Look, process: string): number[] {
  const [, startMs = 0] = rowsOf(look, "orders.tsv").at(0) ?? [];
  const rows = look
    .memory(process)
    .map(({ atMs, mb }) => [atMs, mb]);
  const mbAt = (ms: number): number => {
    const [, mb = 0] = rowAt(rows, startMs + ms) ?? rows[0] ?? [];
    return mb;
  };
  return ticksOf(look).map(({ ms }) =>
    Math.round(mbAt(ms) - mbAt(0)),
  );
}

/** The series that both systems have. */
export function seriesOf(
  look: Look,
  processes: Readonly<Record<string, string>>,
  waiting: (tick: Tick) => Readonly<Record<string, number>>,
): ReturnType<NonNullable<Scenario["series"]>> {
  const ticks = ticksOf(look);
  const ms = ticks.map((tick) => tick.ms);
  const places = ticks.map(waiting);
  const names = Object.keys(places[0] ?? {});
  return {
    memory: {
      unit: "MB",
      ms,
      lines: mapValues(processes, (name) => growthOf(look, name)),
    },
    waiting: {
      unit: "events",
      ms,
      lines: Object.fromEntries(
        names.map((name) => [
          name,
          places.map((place) => Math.max(0, place[name] ?? 0)),
        ]),
      ),
    },
    age: {
      unit: "s",
      ms,
      lines: { oldest: ticks.map((tick) => tick.ageSeconds) },
    },
  };
}

export function mostGrown(look: Look, process: string): number {
  return Math.max(0, ...growthOf(look, process));
}

/** What must be the same in every run. */
export function countBurst({ output }: Look) {
  const [, handled = "0", twice = "0"] =
    /^(\d+) handled, (\d+) twice$/.exec(
      output("warehouse").at(-1) ?? "",
    ) ?? [];
  return {
    handled: Number(handled),
    lost: EVENTS - Number(handled),
    twice: Number(twice),
  } satisfies Counts;
}

export function mostOf(
  look: Look,
  value: (tick: Tick) => number,
): number {
  return Math.max(0, ...ticksOf(look).map(value));
}

/** Whether everything is handled at the end, and nothing waits. */
export function endsEmpty(look: Look): number {
  const last = ticksOf(look).at(-1);
  return last === undefined ? EVENTS : EVENTS - last.handled;
}

function rowsOf({ lines }: Look, file: string): number[][] {
  return lines(file).map((line) => line.split("\t").map(Number));
}

/** The last row that is not later. */
function rowAt(
  rows: readonly number[][],
  atMs: number,
): number[] | undefined {
  return rows.findLast(([ms = 0]) => ms <= atMs);
}

function mapValues<From, To>(
  all: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      key,
      change(value),
    ]),
  );
}
