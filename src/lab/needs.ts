import path from "node:path";
import { NATIVE_PACKAGE } from "../samples/clients.ts";
import type { Sample } from "../check/index.ts";
import type { Subject } from "./find-scenarios.ts";
import { isPage } from "./browser/pages.ts";
import { isJava } from "./java/prepare.ts";

/** A tool that runs may need and a machine may lack. */
export type Need = "broker" | "browser" | "database" | "java" | "native" | "proxy";

/** What the runs of a subject need besides Node: tools, and time. */
export interface Needs {
  readonly broker: boolean;
  readonly browser: boolean;
  readonly database: boolean;
  readonly java: boolean;
  /** Whether a program is a JUnit test, which needs more jars. */
  readonly junit: boolean;
  /** Whether a program imports Confluent's client, which needs a native binary. */
  readonly native: boolean;
  /** Whether a run takes minutes. */
  readonly long: boolean;
}

export function findNeeds(subject: Subject, samples: readonly Sample[]): Needs {
  const { folder, scenario } = subject;
  const java = Object.values(scenario.programs).filter(isJava);
  return {
    broker: scenario.brokers !== undefined,
    browser: Object.values(scenario.programs).some(isPage),
    database: scenario.database !== undefined,
    java: java.length > 0,
    junit: java.some(({ file }) => path.basename(path.dirname(path.join(folder, file))) === "test"),
    native: packagesOf(subject, samples).has(NATIVE_PACKAGE),
    long: scenario.long === true,
  };
}

/** Returns name → version of the packages that a subject's sample and programs import. */
export function packagesOf(
  { sample, folder, scenario }: Subject,
  samples: readonly Sample[],
): ReadonlyMap<string, string> {
  const files = Object.values(scenario.programs).map(({ file }) => path.posix.join(folder, file));
  const programs = samples.filter((it) => it === sample || files.includes(it.path));
  return new Map(programs.flatMap((it) => Object.entries(it.packages)));
}
