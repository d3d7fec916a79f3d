import type { Series } from "../receipts/receipt.ts";
import type { WireEvent } from "./tap/wire-event.ts";

/**
 * A scenario lies beside the sample that it tests: `push-and-resume.scenario.ts` beside `push-and-resume.ts`. It says
 * which programs run, when one of them is killed or disconnected, which conditions must hold, and which line of the
 * sample makes them hold. A program without a scenario is run by itself, and only its output is compared.
 */
export interface Scenario {
  /** The story of the example that it plays. */
  readonly story: string;
  /**
   * Its runs take minutes, ten at most: they are made only where somebody asks for them, with `--long` or by the
   * sample's whole id. Other runs may take two minutes.
   */
  readonly long?: true;
  /** Number of brokers that run beside the programs; without it none do. */
  readonly brokers?: 1 | 3;
  /**
   * Release of Kafka that these brokers run, `kafka: "3.9.1"`, as a literal in the scenario's file; without it the lab's
   * own. Clients stay what they are.
   */
  readonly kafka?: KafkaRelease;
  /**
   * An empty PostgreSQL that runs beside the programs. Node finds it at `localhost:5432`, Java in `DATABASE_URL`; `rows`
   * queries it by the name "postgres".
   */
  readonly database?: "postgres";
  /**
   * Proxies that a held point may put before the programs' servers, by the names that its `behind` says. They listen on
   * 127.0.0.1:8080.
   */
  readonly proxies?: Readonly<Record<string, Proxy>>;
  /** Topics that exist before the programs start. */
  readonly topics?: readonly Topic[];
  /** Role → program. They are started in this order, each as soon as the one before is ready. */
  readonly programs: Readonly<Record<string, Program>>;
  /** Whether the run is over; programs that still run then get SIGTERM. */
  readonly over: (look: Look) => boolean;
  /** Name → held point, the moment of a fault. Each gives one run; the one named "nothing" injects no fault. */
  readonly heldPoints: Readonly<Record<string, HeldPoint>>;
  /** Counts what happened in the run, by name: `{ sent: 1000, lost: 1 }`. */
  readonly counts: (look: Look) => Readonly<Record<string, number>>;
  /**
   * What was measured over time in each run, by name, for a plot: it is recorded as it was, and not compared. What must
   * hold of it in every run is a count.
   */
  readonly series?: (look: Look) => Readonly<Record<string, Series>>;
  /** Names of the counts that differ from run to run: they are recorded and shown, but not compared. */
  readonly moving?: readonly string[];
  /** Conditions that must hold in the run of every held point, by a phrase that says them. */
  readonly mustHold: Readonly<Record<string, (counts: Counts) => boolean>>;
  /** The line of the sample that makes the conditions hold, and what fails without it. */
  readonly without?: Counterfactual;
  /** Held points for whose runs all events of the wire are recorded, for a drawing. */
  readonly keepWire?: readonly string[];
  /**
   * Held points for whose runs the fate of each of the 1,000 events is recorded, read from the Warehouse's database.
   */
  readonly keepStrip?: readonly string[];
}

/** A release of Kafka: `3.9.1`. */
export type KafkaRelease = `${number}.${number}.${number}`;

export type Counts = Readonly<Record<string, number>>;

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas?: number;
}

/** A proxy, started with the file that a reader copies. */
export interface Proxy {
  /**
   * Path of its configuration, relative to the scenario: `nginx.conf`. The ending says which program it is for: `.conf`
   * nginx, `.cfg` HAProxy, `.yaml` Envoy, `.caddyfile` Caddy. In a run every port of 127.0.0.1 in it is another one.
   */
  readonly config: string;
  /**
   * Further files of the configuration, by the paths that it says: Envoy reads its listeners and clusters from these,
   * and reads them again when they are replaced.
   */
  readonly with?: readonly string[];
  /** Options of the command line that the files cannot say: `["--drain-time-s", "1"]`. */
  readonly options?: readonly string[];
  /** Pieces of the configuration → what this run has instead: `{ "grpc_read_timeout 90s": "grpc_read_timeout 1s" }`. */
  readonly instead?: Readonly<Record<string, string>>;
}

export interface Program {
  /** Path relative to the scenario, of TypeScript or Java: `../java/main/CountOrders.java`. */
  readonly file: string;
  /** Arguments of the program. In a run with brokers, a Java program gets the brokers' address before these. */
  readonly arguments?: readonly string[];
  /** The line that the program prints when it is ready; without it, the next program is started at once. */
  readonly ready?: string;
  /**
   * Leads a Java program or a client written in C through the tap, which they bypass otherwise. Only one program may
   * have it.
   */
  readonly throughTap?: true;
  /**
   * The address that a real Chromium opens, `http://localhost:3000/`: the program is that page, and `file` the script
   * below `content/samples/browsers` that a program before it serves. It prints what the page logs, and goes on until
   * the run is over.
   */
  readonly opens?: string;
}

/**
 * The moment of a fault, the same in every run: an event is held in the tap (the relay between clients and servers), a
 * condition is waited for, and a program is killed.
 */
export interface HeldPoint {
  /**
   * Holds the first event that matches, and all bytes after it in its direction; with several matches, one event for
   * each.
   */
  readonly hold?: MatchInContext | readonly MatchInContext[];
  /** Holds the nth event that matches instead of the first, counted from 1. */
  readonly nth?: number;
  /** Passes the event on instead of holding it; the fault still follows its arrival. */
  readonly goesOn?: true;
  /** An SQLite file, relative to the programs' folder, that is locked for writing from the event until the fault. */
  readonly lock?: string;
  /**
   * A condition to wait for before the fault, once all events are held. Without `hold`, the moment of the fault is a
   * race.
   */
  readonly until?: (look: Look) => boolean;
  /** Injects the fault after this many ms even if `until` is not true: for a condition that must never become true. */
  readonly orAfterMs?: number;
  /** Resets the connection as the fault: what was held never arrives. */
  readonly cut?: true;
  /** Role of the program that gets SIGKILL; what was held never arrives. */
  readonly kill?: string;
  /**
   * The name of the proxy before the servers of this run, whose address programs find in `GRPC_ADDRESS`. A held point that
   * only puts a proxy there has the proxy's name: it is no fault.
   */
  readonly behind?: string;
  /**
   * Has the proxy read its configuration again as the fault, or another one, with these pieces in it. Envoy ignores a
   * file that says what the one before said.
   */
  readonly reload?: true | Readonly<Record<string, string>>;
  /** Starts the killed program again after this many ms. */
  readonly backAfterMs?: number;
  /** The partition whose leading broker gets SIGKILL and is not started again; what was held never arrives. */
  readonly killLeaderOf?: { readonly topic: string; readonly partition: number };
  /** Resets the connection of every event that matches, so that the event never arrives. */
  readonly cutBefore?: MatchInContext;
}

/** A run of the same scenario with one line changed, which must fail at one held point with exactly these counts. */
export interface Counterfactual {
  /** Path of the file with the line, relative to the scenario. */
  readonly file: string;
  /** A piece of that file, of one line or more, that occurs in it exactly once. */
  readonly line: string;
  /** What to write in its place; without it, the piece is only removed. */
  readonly instead?: string;
  /** The name of the run in a table: "without the key". */
  readonly says: string;
  readonly fails: { readonly at: string; readonly counts: Counts };
}

/** What a scenario may look at while it runs and afterwards. */
export interface Look {
  /** Everything that crossed the wires so far, oldest first. */
  readonly seen: readonly Seen[];
  /**
   * Rows that a query returns from an SQLite file in the programs' folder, or from the run's PostgreSQL, whose name is
   * "postgres"; none while the file or the table does not exist.
   */
  readonly rows: (database: string, query: string) => readonly Readonly<Record<string, unknown>>[];
  /** Lines of a text file that a program writes, relative to the programs' folder; none while it does not exist. */
  readonly lines: (file: string) => readonly string[];
  /**
   * Resident memory of a program, or of "broker", on each half second of the clock so far. Nothing is read where the
   * scenario has no `series`.
   */
  readonly memory: (process: string) => readonly MemoryReading[];
  /** Lines that a program has printed so far. */
  readonly output: (program: string) => readonly string[];
  readonly hasEnded: (program: string) => boolean;
}

export interface MemoryReading {
  /** Time in ms since 1970, a multiple of 500. */
  readonly atMs: number;
  readonly mb: number;
}

/** An event with its time, its sender and its receiver. */
export interface Seen {
  /** Time in ms since the run began. */
  readonly ms: number;
  /** Role of the program that sent it; `broker`, or `broker 2` where there are three. */
  readonly from: string;
  readonly to: string;
  /** What the event carries, in a few words: `Delivery 500 o-125.3`. */
  readonly label: string;
  readonly event: WireEvent;
}

export type Match = (seen: Seen) => boolean;

/** Matches an event by what came before it: `before` has all earlier events, but not this one. */
export type MatchInContext = (seen: Seen, before: readonly Seen[]) => boolean;
