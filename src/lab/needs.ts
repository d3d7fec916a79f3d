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
