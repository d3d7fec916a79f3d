import type { WireLine } from "../../receipts/receipt.ts";
import type { Seen } from "../scenario.ts";
import type { Verdict } from "../tap/relay.ts";
import type { Ends } from "../tap/tap.ts";
import type { WireEvent } from "../tap/wire-event.ts";

/** The log of one run: every event in order, with times counted from the opening of the log. */
export interface RunLog {
  /** When the log was opened, in ms of the wall clock. */
  readonly startedAt: number;
  /** The events of the wire, as scenarios see them. */
  readonly seen: readonly Seen[];
  /** The lines of a wire file: these events, and what was done to programs. */
  readonly lines: readonly WireLine[];
  /** Asks `judge` about an event, adds it to the log and returns the verdict. */
  readonly addEvent: (event: WireEvent, ends: Ends, judge: (one: Seen) => Verdict) => Verdict;
  /** Adds a line for a program or broker that was started or killed. */
  readonly addChange: (program: string, what: "started" | "killed") => void;
}

/** The note in a wire file for each verdict. */
const NOTES: Readonly<Record<Verdict, string>> = { pass: "", hold: "held" };

/** Opens the log of a run. @param labelOf says in a few words what an event carries */
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
