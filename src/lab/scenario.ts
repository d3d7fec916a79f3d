import type { WireEvent } from "./tap/wire-event.ts";

/**
 * A scenario stands beside the sample that it proves: `push-and-resume.scenario.ts` beside `push-and-resume.ts`. It says
 * which programs run, where one is killed or cut off, what must hold, and which line makes it hold. A program without a
 * scenario is run by itself, and what it prints is compared.
 */
export interface Scenario {
  /** The story of the example that it plays. */
  readonly story: string;
  /** How many brokers run while the programs do; none without this. */
  readonly brokers?: 1 | 3;
  /** Topics that exist before the programs start. */
  readonly topics?: readonly Topic[];
  /** Role → program. Started in this order, each as soon as the one before is ready. */
  readonly programs: Readonly<Record<string, Program>>;
  /** When the run is over; the programs that still run then get SIGTERM. */
  readonly over: (look: Look) => boolean;
  /** Name → held point. Each is a run of its own; one called "nothing" injects nothing. */
  readonly heldPoints: Readonly<Record<string, HeldPoint>>;
  readonly counts: (look: Look) => Readonly<Record<string, number>>;
  /** Counts that the clock moves: recorded and shown, not compared. */
  readonly moving?: readonly string[];
  /** What must hold at every held point, in words. */
  readonly mustHold: Readonly<Record<string, (counts: Counts) => boolean>>;
  readonly without?: Counterfactual;
  /** Held points whose wire is kept, for a drawing. */
  readonly keepWire?: readonly string[];
  /** Held points whose 1,000 events are kept one by one, from the book that the Warehouse keeps. */
  readonly keepStrip?: readonly string[];
}

export type Counts = Readonly<Record<string, number>>;

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas?: number;
}

export interface Program {
  /** Relative to the scenario. TypeScript, or Java: `../java/main/CountOrders.java`. */
  readonly file: string;
  /** A Java program in a run with brokers is told their address before these. */
  readonly arguments?: readonly string[];
  /** The line with which it says that it is ready; the next program does not wait without one. */
  readonly ready?: string;
  /** For what nothing diverts, Java and a client in C, which go past the tap without this; of one program in a scenario. */
  readonly throughTap?: true;
}

/** An event is held in the tap, a condition is waited for, a program is killed: the same instant in every run. */
export interface HeldPoint {
  /** The first event that this is true of waits in the tap, and all bytes behind it; of several, one each. */
  readonly hold?: MatchInContext | readonly MatchInContext[];
  /** Not the first but the nth, counted from 1. */
  readonly nth?: number;
  /** The event itself goes on: only the moment at which it comes matters. */
  readonly goesOn?: true;
  /** From that moment to the fault no program can write to this SQLite file, relative to the programs' folder. */
  readonly lock?: string;
  /** What must be true before the fault, besides that all is held; without `hold` the fault comes when this is true, which is a race. */
  readonly until?: (look: Look) => boolean;
  /** The fault comes after so many ms even when `until` is not true: for what must not happen. */
  readonly orAfterMs?: number;
  /** The fault is a reset of the connection: no program is killed, and what was held never arrives. */
  readonly cut?: true;
  /** The program that gets SIGKILL; what was held for or from it never arrives. */
  readonly kill?: string;
  /** It is started again so long after. */
  readonly backAfterMs?: number;
  /** The broker that leads this partition gets SIGKILL, and stays away. */
  readonly killLeaderOf?: { readonly topic: string; readonly partition: number };
  /** Every event that this is true of never arrives: its connection is reset at that moment. No other fault is made. */
  readonly cutBefore?: MatchInContext;
}

/** The same scenario with one line changed, which must fail at one held point, and with exactly these counts. */
export interface Counterfactual {
  /** The file that has the line, relative to the scenario. */
  readonly file: string;
  /** A piece of the file that stands there once, over one line or more. */
  readonly line: string;
  /** What stands there instead; nothing, usually. */
  readonly instead?: string;
  /** How a table names the run: "without the key". */
  readonly says: string;
  readonly fails: { readonly at: string; readonly counts: Counts };
}

/** What a scenario may look at while it runs and afterwards. */
export interface Look {
  /** Everything that crossed the wires so far, oldest first. */
  readonly seen: readonly Seen[];
  /** Rows of an SQLite file in the programs' folder; none while it does not exist. */
  readonly rows: (database: string, query: string) => readonly Readonly<Record<string, unknown>>[];
  /** Lines of a text file that a program writes, relative to the programs' folder; none while it does not exist. */
  readonly lines: (file: string) => readonly string[];
  /** The program's lines so far. */
  readonly output: (program: string) => readonly string[];
  readonly hasEnded: (program: string) => boolean;
}

/** An event, with whose it was. */
export interface Seen {
  /** ms since the run began. */
  readonly ms: number;
  /** Role of the program that sent it; a broker is `broker`. */
  readonly from: string;
  readonly to: string;
  /** What it carries, in a few words: `Delivery 500 o-125.3`. */
  readonly label: string;
  readonly event: WireEvent;
}

export type Match = (seen: Seen) => boolean;

/** Of an event that is known by what came before it: `before` is all that crossed so far, itself not among it. */
export type MatchInContext = (seen: Seen, before: readonly Seen[]) => boolean;
