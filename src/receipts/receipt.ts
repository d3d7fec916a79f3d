/** The record of a sample's runs, `content/receipts/<sample id>.json`. Only `npm run verify` writes it. */
export interface Receipt {
  /** Id of the sample that was run. */
  readonly sample: string;
  /**
   * SHA-256, hexadecimal, over everything that could change a run; the receipt is stale when the sample's is another.
   */
  readonly inputs: string;
  /** The story of the example that the scenario plays: "Killed at 500"; absent for a program without a scenario. */
  readonly story?: string;
  /** What must be the same in every later run: `npm run verify` fails when it differs. */
  readonly compared: { readonly runs: readonly ComparedRun[] };
  /** What may differ in later runs. `runs` has an entry for each compared run, in the same order. */
  readonly recorded: {
    /** Day of the recording, `2026-11-23`. */
    readonly date: string;
    /** Versions of what took part in the runs: `{ "Node": "24.21.0", "grpc-js": "1.14.7", "Kafka": "4.3.1" }`. */
    readonly versions: Readonly<Record<string, string>>;
    /** Settings of the lab that differ from production's: `group.initial.rebalance.delay.ms=0`. */
    readonly settings: readonly string[];
    /** Whether its runs take minutes, so that they are made only where somebody asks for them. */
    readonly long?: true;
    /** What ran beside the programs; absent when nothing did. */
    readonly beside?: Beside;
    readonly runs: readonly RecordedRun[];
  };
}

/** What runs beside the programs of a scenario, and what a reader needs to run them. */
export interface Beside {
  /** Number of Kafka brokers. */
  readonly brokers?: number;
  /** Topics that were there before the programs started. */
  readonly topics?: readonly { readonly name: string; readonly partitions: number }[];
  readonly database?: "postgres";
  /** Configurations of the proxies before the servers, below `content/samples`: `proxies/nginx.conf`. */
  readonly proxies?: readonly string[];
}

export interface ComparedRun {
  /** The held point at which the fault was injected; absent for a run without a fault. */
  readonly at?: string;
  /** The proxy before the run's servers; a run whose `at` says the same has no fault. */
  readonly behind?: string;
  /** The line that was taken out of the sample for this run; absent where it ran as written. */
  readonly without?: string;
  /** Programs in the order in which they were started. */
  readonly programs: readonly ProgramRun[];
  /** `{ sent: 1000, handled: 999, lost: 1 }`, in the order in which a table shows them. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the scenario says must hold, in words → whether it did. */
  readonly holds: Readonly<Record<string, boolean>>;
}

export interface ProgramRun {
  /** The program's role in the scenario, `warehouse`; without a scenario, the file's name. */
  readonly name: string;
  /** What a reader types: `node push-and-resume.ts`, `mvn -q compile exec:java -Dexec.mainClass=CountOrders`. */
  readonly command: string;
  /** Standard output, line by line. */
  readonly output: readonly string[];
  /** Exit status, or the signal that ended the program. */
  readonly exit: number | string;
}

export interface RecordedRun {
  readonly durationMs: number;
  /** Counts that differ from run to run; a table marks them with "≈" or shows their range. */
  readonly counts: Readonly<Record<string, number>>;
  /** The least and the most of each of these counts, where the run was made more than once for this receipt. */
  readonly ranges?: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** How often the run was made, where `ranges` is given. */
  readonly made?: number;
  /**
   * One letter for each of the 1,000 events in the order in which they were sent: `o` handled at once, `l` late, `x`
   * never, `d` at once and again, `D` late and again. Absent where the scenario asks for none.
   */
  readonly strip?: string;
  /** When programs were killed and started again, ms after the first event. */
  readonly marks?: readonly {
    readonly ms: number;
    readonly what: "killed" | "back";
    readonly program: string;
  }[];
  /** What was measured over time, by name, in the quickest of the runs; absent where the scenario measures nothing. */
  readonly series?: Readonly<Record<string, Series>>;
  /** What crossed the wire: the file beside this receipt that lists it, and how many lines it has. */
  readonly wire?: { readonly file: string; readonly lines: number };
}

/** Values that were measured at the same times. */
export interface Series {
  /** Unit of the values: "MB". */
  readonly unit: string;
  /** When the values were measured, in ms after a moment that the scenario chooses; it may lie before it. */
  readonly ms: readonly number[];
  /** The name of a line → its values, one for each time. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
}

/**
 * A line of a wire file, with fields between tabs: `ms  from  to  label  note`. `to` is empty for what was done to a
 * program (label `killed` or `started`); `note` is empty or `held`.
 */
export interface WireLine {
  readonly ms: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly note: string;
}
