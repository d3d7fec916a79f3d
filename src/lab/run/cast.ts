import type { ProgramRun } from "../../receipts/receipt.ts";
import type { Guard } from "../processes/guard.ts";
import type { Look, Program, Scenario } from "../scenario.ts";
import type { LaunchJava } from "../java/prepare.ts";
import { type RunningProgram, startProgram } from "./start-program.ts";
import type { Mark } from "../shop/strip.ts";

/** The programs of one run: started, killed, started again, ended. */
export interface Cast {
  readonly startAll: () => Promise<void>;
  /** SIGKILL; resolves when it has ended. */
  readonly kill: (name: string) => Promise<void>;
  readonly startAgain: (name: string) => Promise<void>;
  /** SIGTERM for those that still run; resolves to all that were started, in their order. */
  readonly end: () => Promise<readonly ProgramRun[]>;
  /** For a run that is given up. */
  readonly killAll: () => void;
  readonly haveAllEnded: () => boolean;
  readonly look: Pick<Look, "output" | "hasEnded">;
  /** When programs were struck. */
  readonly marks: readonly Mark[];
  /** The last that each has said, for a message of ours. */
  readonly describe: () => string;
}

export interface CastOptions {
  readonly guard: Guard;
  readonly programs: Scenario["programs"];
  /** Where they run. */
  readonly folder: string;
  readonly tapPort: number;
  readonly launchJava: LaunchJava;
  readonly bootstrapOf: (program: Program) => string | undefined;
  /** Is told of each program that begins and of each that is killed. */
  readonly onStage: (name: string, what: "started" | "killed") => void;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

/** A program that was asked to end and has not is killed after this. */
const GRACE_MS = 20_000;

export function openCast(options: CastOptions): Cast {
  const started: RunningProgram[] = [];
  const marks: Mark[] = [];

  const current = (name: string): RunningProgram | undefined =>
    started.findLast((program) => program.name === name);
  const start = async (name: string): Promise<void> => {
    const program = options.programs[name];
    if (program === undefined) throw new Error(`No program is called "${name}".`);
    const running = startProgram(name, program, options);
    started.push(running);
    options.onStage(name, "started");
    await orGiveUp(running.ready, options.signal);
  };

  return {
    async startAll() {
      for (const name of Object.keys(options.programs)) await start(name);
    },
    async kill(name) {
      const running = current(name);
      if (running === undefined) throw new Error(`No program is called "${name}".`);
      running.kill("SIGKILL");
      marks.push({ atMs: Date.now(), what: "killed", program: name });
      await running.ended;
      options.onStage(name, "killed");
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
    killAll() {
      for (const program of started) program.kill("SIGKILL");
    },
    haveAllEnded: () => started.every(({ hasEnded }) => hasEnded()),
    look: {
      output: (name) => started.filter((it) => it.name === name).flatMap((it) => it.output),
      hasEnded: (name) => current(name)?.hasEnded() ?? false,
    },
    marks,
    describe: () =>
      started
        .map(({ name, output, complaints }) => {
          const said = [...output.slice(-10), ...complaints().trim().split("\n").slice(-20)];
          return [`${name}:`, ...said].join("\n  ");
        })
        .join("\n"),
  };
}

function orGiveUp<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("The run was given up.")));
  });
  return Promise.race([promise, givenUp]);
}
