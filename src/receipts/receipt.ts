/** What is kept of a sample's recorded runs: `content/receipts/<sample id>.json`, written by `npm run verify` alone. */
export interface Receipt {
  /** The sample that the runs are of: its id. */
  readonly sample: string;
  /** SHA-256 over everything that could change a run, hexadecimal; another value makes the receipt stale. */
  readonly inputs: string;
  /** The story of the example that a scenario plays: "Killed at 500"; absent for a program that is run by itself. */
  readonly story?: string;
  /** The same in every run, or `npm run verify` fails. */
  readonly compared: { readonly runs: readonly ComparedRun[] };
  /** True of the run that was recorded, and moved by chance. One entry in `runs` for each compared one, in its order. */
  readonly recorded: {
    /** Day of the recording, `2026-11-23`. */
    readonly date: string;
    /** What it ran on: `{ "Node": "24.21.0", "grpc-js": "1.14.7", "Kafka": "4.3.1" }`; only what took part. */
    readonly versions: Readonly<Record<string, string>>;
    /** Settings of the lab that differ from production's: `group.initial.rebalance.delay.ms=0`. */
    readonly settings: readonly string[];
    readonly runs: readonly RecordedRun[];
  };
}

export interface ComparedRun {
  /** Where the fault was injected: the name of a held point; absent where none was. */
  readonly at?: string;
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
  /** Its role in the scenario, `warehouse`; the file's name for a program without a scenario. */
  readonly name: string;
  /** What a reader types: `node push-and-resume.ts`, `mvn -q compile exec:java -Dexec.mainClass=CountOrders`. */
  readonly command: string;
  /** Standard output, line by line. */
  readonly output: readonly string[];
  /** Exit status, or the signal that ended it. */
  readonly exit: number | string;
}

export interface RecordedRun {
  readonly durationMs: number;
  /** Counts that chance moves; a table shows them like the compared ones, and says so. */
  readonly counts: Readonly<Record<string, number>>;
  /** The least and the most of each of them, where the run was made more than once for this record, and how often. */
  readonly ranges?: Readonly<Record<string, readonly [least: number, most: number]>>;
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
  /** What crossed the wire: the file beside this receipt that lists it, and how many lines it has. */
  readonly wire?: { readonly file: string; readonly lines: number };
}

/**
 * A line of a wire file: tab-separated, `ms  from  to  label  note`. `to` is empty for what happened to one program
 * (`killed`, `started`); `note` is empty or `held`.
 */
export interface WireLine {
  readonly ms: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly note: string;
}
