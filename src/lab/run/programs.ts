import type { ProgramRun } from "../../receipts/receipt.ts";
import type { BrowserSource } from "../browser/pages.ts";
import type { LaunchJava } from "../java/prepare.ts";
import type { Guard } from "../processes/guard.ts";
import type { Look, Program, Scenario } from "../scenario.ts";
import type { Mark } from "../shop/strip.ts";
import { Failure } from "../../report/failure.mjs";
import { orGiveUp } from "./give-up.ts";
import type { Proxied } from "./launch-node.ts";
import { type RunningProgram, startProgram } from "./start-program.ts";

/** Starts, kills, restarts and ends the programs of one run. */
export interface Programs {
  /** Starts all programs in their order, each as soon as the one before is ready. */
  readonly startAll: () => Promise<void>;
  /** Sends SIGKILL; resolves when the program has ended. */
  readonly kill: (name: string) => Promise<void>;
  readonly startAgain: (name: string) => Promise<void>;
  /** Sends SIGTERM to programs that still run; resolves to all that were started, in their order. */
  readonly end: () => Promise<readonly ProgramRun[]>;
  /** Sends SIGKILL to all programs, for a run that is given up; resolves when none is left. */
  readonly killAll: () => Promise<void>;
  readonly haveAllEnded: () => boolean;
  /** The process ids of the programs that run now, by name. */
  readonly pids: () => ReadonlyMap<string, number>;
  readonly look: Pick<Look, "output" | "hasEnded">;
  /** The times at which programs were killed and started again. */
  readonly marks: readonly Mark[];
  /** Returns the last lines of each program, for an error message. */
  readonly describe: () => string;
}

export interface ProgramsOptions {
  readonly guard: Guard;
  readonly programs: Scenario["programs"];
  /** The folder in which programs run. */
  readonly folder: string;
  readonly tapPort: number;
  readonly launchJava: LaunchJava;
  readonly browser: BrowserSource;
  /** The address of the run's database, for programs in Java. */
  readonly databaseUrl: string | undefined;
  readonly proxied: Proxied;
  readonly bootstrapOf: (program: Program) => string | undefined;
  /** Called for each program that is started or killed. */
  readonly onChange: (name: string, what: "started" | "killed") => void;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

/** A program that still runs this long after SIGTERM gets SIGKILL. */
const GRACE_MS = 20_000;
const SHOWN_OUTPUT_LINES = 10;
const SHOWN_COMPLAINT_LINES = 20;

export function openPrograms(options: ProgramsOptions): Programs {
  const started: RunningProgram[] = [];
  const marks: Mark[] = [];

  const latest = (name: string): RunningProgram | undefined =>
    started.findLast((program) => program.name === name);
  const start = async (name: string): Promise<void> => {
    const program = options.programs[name];
    if (program === undefined) throw unknownProgram(name, options.programs);
    const running = startProgram(name, program, options);
    started.push(running);
    options.onChange(name, "started");
    await orGiveUp(running.ready, options.signal);
  };

  return {
    async startAll() {
      for (const name of Object.keys(options.programs)) await start(name);
    },
    async kill(name) {
      const running = latest(name);
      if (running === undefined) throw unknownProgram(name, options.programs);
      running.kill("SIGKILL");
      marks.push({ atMs: Date.now(), what: "killed", program: name });
      await running.ended;
      options.onChange(name, "killed");
    },
    async startAgain(name) {
      marks.push({ atMs: Date.now(), what: "back", program: name });
      await start(name);
    },
    async end() {
      const timers = started.map((program) => {
        if (!program.hasEnded()) program.kill("SIGTERM");
        return setTimeout(() => program.kill("SIGKILL"), GRACE_MS);
      });
      const runs = await Promise.all(started.map(({ ended }) => ended));
      for (const timer of timers) clearTimeout(timer);
      return runs;
    },
    async killAll() {
      for (const program of started) program.kill("SIGKILL");
      await Promise.all(started.map(({ ended }) => ended));
    },
    pids: () =>
      new Map(
        started.flatMap(({ name, pid, hasEnded }): [string, number][] =>
          pid === undefined || hasEnded() ? [] : [[name, pid]],
        ),
      ),
    haveAllEnded: () => started.every(({ hasEnded }) => hasEnded()),
    look: {
      output: (name) => started.filter((it) => it.name === name).flatMap((it) => it.output),
      hasEnded: (name) => latest(name)?.hasEnded() ?? false,
    },
    marks,
    describe: () => started.map(describeProgram).join("\n"),
  };
}

function describeProgram({ name, output, complaints }: RunningProgram): string {
  const said = [
    ...output.slice(-SHOWN_OUTPUT_LINES),
    ...complaints().trim().split("\n").slice(-SHOWN_COMPLAINT_LINES),
  ];
  return [`${name}:`, ...said].join("\n  ");
}

function unknownProgram(name: string, programs: Scenario["programs"]): Failure {
  return new Failure(
    "bad-scenario",
    `A held point kills "${name}", and the scenario has no such program.\n` +
      `  Its programs: ${Object.keys(programs).join(", ")}`,
  );
}
