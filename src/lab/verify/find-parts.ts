import type { BrokerSource } from "../broker/source.ts";
import { NOTHING } from "../find-scenarios.ts";
import type { JavaSource } from "../java/source.ts";
import type { NativeSource } from "../native/native-source.ts";
import type { Need, Needs } from "../needs.ts";
import type { Guard } from "../processes/guard.ts";
import type { Candidate, Work } from "./plan-work.ts";

/** Where runs get what does not come with the packages. */
export interface Sources {
  readonly guard: Guard;
  readonly source: () => Promise<BrokerSource>;
  /** @param isTested whether Java's tests are run too */
  readonly java: (isTested: boolean) => Promise<JavaSource>;
  readonly native: () => Promise<NativeSource>;
}

/** What was found of it on this machine. */
export interface Parts {
  readonly brokers: BrokerSource;
  readonly java: JavaSource;
  readonly native: NativeSource;
}

/** Looks for what the chosen runs need, and for nothing else: some of it takes minutes to get. */
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

/** Whether what crosses the wire is seen. Without Kafka's jars nothing reads its protocol: nothing can be held, nor counted. */
export function isSeen({ needs }: Candidate, { brokers }: Parts, isTapped: boolean): boolean {
  return isTapped && (!needs.broker || brokers.kind === "java");
}

/** What this machine lacks for the runs of a subject; nothing when they can be made. */
export function findLack(subject: Candidate, parts: Parts, isTapped: boolean): Need | undefined {
  const { needs, scenario } = subject;
  const hasQuietRun = NOTHING in scenario.heldPoints;
  const canHold = isSeen(subject, parts, isTapped) || hasQuietRun;
  if (needs.broker && (parts.brokers.kind === "none" || !canHold)) return "broker";
  if (needs.java && parts.java.kind === "none") return "java";
  return needs.native && parts.native.kind === "none" ? "native" : undefined;
}
