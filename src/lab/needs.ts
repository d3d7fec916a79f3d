import path from "node:path";
import { NATIVE_PACKAGE } from "../samples/clients.ts";
import type { Sample } from "../check/index.ts";
import type { Subject } from "./find-scenarios.ts";
import { isJava } from "./java/prepare.ts";

/** What a machine may lack. */
export type Need = "broker" | "java" | "native";

/** What the runs of a subject take besides Node. */
export interface Needs {
  readonly broker: boolean;
  readonly java: boolean;
  /** Tests are compiled and run with more than programs are. */
  readonly junit: boolean;
  /** The binary of the client that has one. */
  readonly native: boolean;
}

export function findNeeds(subject: Subject, samples: readonly Sample[]): Needs {
  const { folder, scenario } = subject;
  const java = Object.values(scenario.programs).filter(isJava);
  return {
    broker: scenario.brokers !== undefined,
    java: java.length > 0,
    junit: java.some(({ file }) => path.basename(path.dirname(path.join(folder, file))) === "test"),
    native: packagesOf(subject, samples).has(NATIVE_PACKAGE),
  };
}

/** Name → version of what a subject and its programs import. */
export function packagesOf(
  { sample, folder, scenario }: Subject,
  samples: readonly Sample[],
): ReadonlyMap<string, string> {
  const files = Object.values(scenario.programs).map(({ file }) => path.posix.join(folder, file));
  const programs = samples.filter((it) => it === sample || files.includes(it.path));
  return new Map(programs.flatMap((it) => Object.entries(it.packages)));
}

/** What somebody asks to be run. */
export interface Wish {
  /** Parts of sample ids; none means all. */
  readonly filters: readonly string[];
  /** Also what is not stale, but the native client's runs: its binary has to be built first. */
  readonly isAll: boolean;
  /** These too. */
  readonly isNative: boolean;
}

export function isNamed(id: string, { filters }: Wish): boolean {
  return filters.length === 0 || filters.some((filter) => id.includes(filter));
}

/** Whether the runs of a sample that is named are to be made. What is recorded of other inputs is, whoever needs what. */
export function isAsked(wish: Wish, isStale: boolean, needs: Pick<Needs, "native">): boolean {
  return isStale || wish.filters.length > 0 || (needs.native ? wish.isNative : wish.isAll);
}
