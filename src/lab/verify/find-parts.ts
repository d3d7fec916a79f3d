import type { BrokerSource } from "../broker/source.ts";
import { NOTHING } from "../find-scenarios.ts";
import type { JavaSource } from "../java/source.ts";
import type { NativeSource } from "../native/native-source.ts";
import type { Need, Needs } from "../needs.ts";
import type { Guard } from "../processes/guard.ts";
import type { Candidate, Work } from "./plan-work.ts";

/** Functions that find what runs need and npm does not install. */
export interface Sources {
  readonly guard: Guard;
  readonly source: () => Promise<BrokerSource>;
  /** @param isTested whether JUnit tests are run too */
  readonly java: (isTested: boolean) => Promise<JavaSource>;
  readonly native: () => Promise<NativeSource>;
}

/** What these functions found on this machine. */
export interface Parts {
  readonly brokers: BrokerSource;
  readonly java: JavaSource;
  readonly native: NativeSource;
}

/** Looks for what the chosen runs need and for no more, since some of it takes minutes to get. */
export async function findParts(
  work: readonly Work[],
  { source, java, native }: Sources,
): Promise<Parts> {
  const isNeeded = (need: keyof Needs): boolean => work.some(({ subject }) => subject.needs[need]);
  return {
    brokers: isNeeded("broker") ? await source() : { kind: "none", why: "" },
    java: isNeeded("java") ? await java(isNeeded("junit")) : { kind: "none", why: "" },
    native: isNeeded("native") ? await native() : { kind: "none", why: "" },
  };
}

/**
 * Whether the tap can read the wire. It needs Kafka's jars to read Kafka's protocol, and so to hold and count events.
 */
export function isSeen({ needs }: Candidate, { brokers }: Parts, isTapped: boolean): boolean {
  return isTapped && (!needs.broker || brokers.kind === "java");
}

/** Returns what this machine lacks for the runs of a subject; `undefined` when they can be made. */
export function findLack(subject: Candidate, parts: Parts, isTapped: boolean): Need | undefined {
  const { needs, scenario } = subject;
  const hasQuietRun = NOTHING in scenario.heldPoints;
  const canHold = isSeen(subject, parts, isTapped) || hasQuietRun;
  if (needs.broker && (parts.brokers.kind === "none" || !canHold)) return "broker";
  if (needs.java && parts.java.kind === "none") return "java";
  return needs.native && parts.native.kind === "none" ? "native" : undefined;
}
