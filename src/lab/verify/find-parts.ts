import { type BrokerSource, ofRelease } from "../broker/source.ts";
import type { BrowserSource } from "../browser/pages.ts";
import type { DatabaseSource } from "../database/find-postgres.ts";
import { NOTHING } from "../find-scenarios.ts";
import type { JavaSource } from "../java/source.ts";
import type { NativeSource } from "../native/native-source.ts";
import type { ProxySource } from "../proxies/find-proxies.ts";
import type { ProxyKind } from "../proxies/kinds.ts";
import { kindOfProxy } from "../proxies/proxy.ts";
import type { Need, Needs } from "../needs.ts";
import type { Guard } from "../processes/guard.ts";
import type { Candidate, Work } from "./plan-work.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioOf } from "../../receipts/scenario-files.ts";
import { Failure } from "../../report/failure.mjs";

/** Functions that find what runs need and npm does not install. */
export interface Sources {
  readonly guard: Guard;
  readonly source: () => Promise<BrokerSource>;
  readonly browser: () => BrowserSource;
  readonly database: () => DatabaseSource;
  readonly proxy: (kind: ProxyKind) => ProxySource;
  /** @param isTested whether JUnit tests are run too */
  readonly java: (isTested: boolean) => Promise<JavaSource>;
  readonly native: () => Promise<NativeSource>;
}

/** What these functions found on this machine. */
export interface Parts {
  readonly brokers: BrokerSource;
  /** Release of Kafka that a scenario asks for → where its brokers come from. */
  readonly releases: ReadonlyMap<string, BrokerSource>;
  readonly browser: BrowserSource;
  readonly database: DatabaseSource;
  readonly proxies: ReadonlyMap<ProxyKind, ProxySource>;
  readonly java: JavaSource;
  readonly native: NativeSource;
}

/** Looks for what the chosen runs need and for no more, since some of it takes minutes to get. */
export async function findParts(
  work: readonly Work[],
  { source, browser, database, proxy, java, native }: Sources,
): Promise<Parts> {
  const isNeeded = (need: keyof Needs): boolean => work.some(({ subject }) => subject.needs[need]);
  const brokers: BrokerSource = isNeeded("broker") ? await source() : { kind: "none", why: "" };
  return {
    brokers,
    releases: await findReleases(work, brokers),
    browser: isNeeded("browser") ? browser() : { kind: "none", why: "" },
    database: isNeeded("database") ? database() : { kind: "none", why: "" },
    proxies: new Map(
      [...new Set(work.flatMap((it) => proxyOf(it) ?? []))].map((kind) => [kind, proxy(kind)]),
    ),
    java: isNeeded("java") ? await java(isNeeded("junit")) : { kind: "none", why: "" },
    native: isNeeded("native") ? await native() : { kind: "none", why: "" },
  };
}

/** Finds the brokers of each release that a scenario asks for. @throws Failure when there is no such release */
async function findReleases(
  work: readonly Work[],
  brokers: BrokerSource,
): Promise<ReadonlyMap<string, BrokerSource>> {
  const releases = new Map<string, BrokerSource>();
  for (const { subject } of work) {
    const { kafka, brokers: nodes } = subject.scenario;
    if (kafka === undefined || nodes === undefined || releases.has(kafka)) continue;
    const found = ofRelease(brokers, kafka).catch((error: unknown) => {
      const isUnknown = error instanceof Failure && error.slug === "unknown-kafka";
      throw isUnknown ? unknownRelease(subject, kafka, error) : error;
    });
    releases.set(kafka, await found);
  }
  return releases;
}

function unknownRelease({ sample }: Candidate, kafka: string, cause: Failure): Failure {
  return new Failure(
    "unknown-kafka",
    `${scenarioOf(sample.file)} says kafka: "${kafka}", and Maven finds no such release.\n` +
      '  Releases: https://kafka.apache.org/downloads. Type one of them: kafka: "3.9.1"',
    { cause },
  );
}

/** Returns where the brokers of a scenario come from. */
export function brokersOf(
  { brokers, releases }: Pick<Parts, "brokers" | "releases">,
  { kafka }: Pick<Scenario, "kafka">,
): BrokerSource {
  if (kafka === undefined) return brokers;
  return releases.get(kafka) ?? { kind: "none", why: `Kafka ${kafka} was not looked for.` };
}

/**
 * Whether the tap can read the wire. It needs Kafka's jars to read Kafka's protocol, and so to hold and count events.
 */
export function isSeen({ needs, scenario }: Candidate, parts: Parts, isTapped: boolean): boolean {
  return isTapped && (!needs.broker || brokersOf(parts, scenario).kind === "java");
}

/** Returns what this machine lacks for the runs of a subject; `undefined` when they can be made. */
export function findLack(subject: Candidate, parts: Parts, isTapped: boolean): Need | undefined {
  const { needs, scenario } = subject;
  const hasQuietRun = NOTHING in scenario.heldPoints;
  const canHold = isSeen(subject, parts, isTapped) || hasQuietRun;
  if (needs.broker && (brokersOf(parts, scenario).kind === "none" || !canHold)) return "broker";
  if (needs.browser && parts.browser.kind === "none") return "browser";
  if (needs.database && parts.database.kind === "none") return "database";
  if (needs.java && parts.java.kind === "none") return "java";
  return needs.native && parts.native.kind === "none" ? "native" : undefined;
}

/** Returns the kind of the proxy of a run. */
export function proxyOf({ subject, request }: Work): ProxyKind | undefined {
  const { heldPoints, proxies = {} } = subject.scenario;
  const { behind = "" } = heldPoints[request.at] ?? {};
  const proxy = proxies[behind];
  return proxy === undefined ? undefined : kindOfProxy(proxy);
}

/** Returns what this machine lacks for one run, which other runs of its subject may not need. */
export function findLackOfRun(work: Work, parts: Parts, isTapped: boolean): Need | undefined {
  const lack = findLack(work.subject, parts, isTapped);
  const kind = proxyOf(work);
  if (lack !== undefined || kind === undefined) return lack;
  return parts.proxies.get(kind)?.kind === "proxy" ? undefined : "proxy";
}
