import type { WireLine } from "../../receipts/receipt.ts";
import type { Seen } from "../scenario.ts";
import type { Verdict } from "../tap/relay.ts";
import type { Ends } from "../tap/tap.ts";
import type { WireEvent } from "../tap/wire-event.ts";

/** All that happened in one run, in order, on a clock that starts with the log. */
export interface RunLog {
  /** Time of the wall clock, ms. */
  readonly startedAt: number;
  /** What crossed the wire, as scenarios look at it. */
  readonly seen: readonly Seen[];
  /** The same as a wire file has it, and what was done to programs. */
  readonly lines: readonly WireLine[];
  /** Adds an event, once `judge` has said what becomes of it. */
  readonly addEvent: (event: WireEvent, ends: Ends, judge: (one: Seen) => Verdict) => Verdict;
  /** Adds what was done to a program or a broker. */
  readonly addChange: (program: string, what: "started" | "killed") => void;
}

/** How a wire file notes what became of an event. */
const NOTES: Readonly<Record<Verdict, string>> = { pass: "", hold: "held" };

/** @param labelOf says in a few words what an event carries */
export function openRunLog(labelOf: (event: WireEvent) => string): RunLog {
  const startedAt = Date.now();
  const seen: Seen[] = [];
  const lines: WireLine[] = [];
  return {
    startedAt,
    seen,
    lines,
    addEvent(event, { client, server }, judge) {
      const [from, to] = event.direction === "out" ? [client, server] : [server, client];
      const one: Seen = { ms: Date.now() - startedAt, from, to, label: labelOf(event), event };
      const verdict = judge(one);
      seen.push(one);
      lines.push({ ms: one.ms, from, to, label: one.label, note: NOTES[verdict] });
      return verdict;
    },
    addChange(program, what) {
      const ms = Date.now() - startedAt;
      lines.push({ ms, from: program, to: "", label: what, note: "" });
    },
  };
}
