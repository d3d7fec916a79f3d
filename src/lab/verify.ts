import { openHasher } from "../receipts/inputs.ts";
import { readReceipts } from "../receipts/read-receipts.ts";
import type { ComparedRun } from "../receipts/receipt.ts";
import type { Sample } from "../check/index.ts";
import { decodeBrokers } from "./broker/brokers.ts";
import { findSubjects, NOTHING, type Subject } from "./find-scenarios.ts";
import { findNeeds, type Need, packagesOf } from "./needs.ts";
import type { ProxySource } from "./proxies/find-proxies.ts";
import { versionsOf, versionsOfProxies } from "./ran-on.ts";
import type { Scenario } from "./scenario.ts";
import type { VerifiedRun } from "./run/repeat-run.ts";
import { readShopMethods } from "./shop/shop-methods.ts";
import {
  brokersOf,
  findLackOfRun,
  findParts,
  isSeen,
  type Parts,
  type Sources,
} from "./verify/find-parts.ts";
import { inParallel, makeRun, type MadeRun } from "./verify/make-runs.ts";
import {
  type Candidate,
  chooseWork,
  isFaulty,
  listWork,
  longestFirst,
  type Work,
} from "./verify/plan-work.ts";
import type { OnDemand, Wish } from "./verify/wish.ts";
import { makeReceipt, writeReceipt } from "./write-receipt.ts";

export interface VerifyOptions extends Wish {
  /** Writes receipts instead of comparing the runs with them. */
  readonly isUpdate: boolean;
  /** How often each run is made. */
  readonly repeat: number;
  readonly isTapped: boolean;
  /** How many runs are made at a time. */
  readonly workers: number;
}

/** The result of one subject. */
export interface Verified {
  readonly id: string;
  readonly runs: readonly VerifiedRun[];
  /** The runs just made; absent unless all runs of the subject were made, with everything on the wire read. */
  readonly made: readonly ComparedRun[] | undefined;
  readonly isWritten: boolean;
}

export interface Verification {
  readonly subjects: readonly Verified[];
  /** Ids of samples that were not run, since their receipts are fresh and they were not asked for. */
  readonly fresh: readonly string[];
  /** Samples that could not be run, with what this machine lacks for them. */
  readonly notRun: readonly { readonly id: string; readonly needs: Need }[];
  /** Why a browser, Java, a database, a proxy or the native client was not found; empty where it was found or not needed. */
  readonly whyNot: Readonly<Record<Exclude<Need, "broker">, string>>;
  /** Those of `fresh` that are run on demand, by the reason. */
  readonly leftOut: Readonly<Record<OnDemand, readonly string[]>>;
  /** Number of runs made with a fault; `counterfactuals` is the number of those with a line taken out. */
  readonly faults: number;
  readonly counterfactuals: number;
  /** Versions of Node, Java, Kafka, PostgreSQL and librdkafka, as far as they took part. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Runs samples, `workers` at a time, and compares the runs with their receipts, or writes the receipts.
 *
 * @param onRun called after each run
 */
export async function verifySamples(
  root: string,
  samples: readonly Sample[],
  options: VerifyOptions,
  sources: Sources,
  onRun: (id: string, run: VerifiedRun) => void,
): Promise<Verification> {
  const { receipts } = await readReceipts(root);
  const hash = openHasher(root, samples);
  const isStale = ({ sample }: Subject): boolean =>
    receipts.get(sample.id)?.inputs !== hash(sample);
  const candidates = (await findSubjects(root, samples)).map((subject): Candidate => ({
    ...subject,
    needs: findNeeds(subject, samples),
  }));
  const listed = listWork(candidates, options);
  const chosen = chooseWork(listed, options, receipts, isStale).filter(
    // Without the tap no event can be held, so only samples with an undisturbed run are left.
    ({ subject }) => options.isTapped || NOTHING in subject.scenario.heldPoints,
  );
  const parts = await findParts(chosen, sources);
  const isWorkSeen = ({ subject }: Work): boolean => isSeen(subject, parts, options.isTapped);
  const lacks = new Map(chosen.map((it) => [it, findLackOfRun(it, parts, options.isTapped)]));
  const runnable = chosen.filter(
    (it) => lacks.get(it) === undefined && (isWorkSeen(it) || it.request.at === NOTHING),
  );

  // Fills the cache of Kafka's schemas, which takes a while and would delay the connections of running samples.
  for (const source of [parts.brokers, ...parts.releases.values()])
    decodeBrokers(source, new Map());
  const { guard } = sources;
  const methods = await readShopMethods(root);
  const sourceOf = (scenario: Scenario) => brokersOf(parts, scenario);
  const { browser, java, database, proxies } = parts;
  const context = { root, guard, sourceOf, browser, database, proxies, java, methods };
  const how = { ...options, isSeen: isWorkSeen, receipts, context };
  // On the user's own cluster, runs share the names of topics and groups, so they are made one at a time.
  const workers = parts.brokers.kind === "own" ? 1 : options.workers;
  const made = await inParallel(workers, longestFirst(runnable, receipts), async (work) => {
    const run = await makeRun(work, how);
    onRun(work.subject.sample.id, run.verified);
    return run;
  });

  const isRunAsWhole = (subject: Candidate): boolean =>
    listed.filter((it) => it.subject === subject).length ===
    runnable.filter((it) => it.subject === subject).length;
  const subjects = subjectsOf(runnable).map((subject): Verified => {
    const own = made
      .filter(({ work }) => work.subject === subject)
      .sort((a, b) => a.work.index - b.work.index);
    const last = own.flatMap((it) => it.last ?? []);
    const isWhole = isRunAsWhole(subject) && last.length === own.length;
    const isVisible = isSeen(subject, parts, options.isTapped);
    const isWritten = options.isUpdate && isVisible && isWhole && own.every(isGood);
    if (isWritten) {
      const versions = versionsOf(subject, packagesOf(subject, samples), parts);
      writeReceipt(root, makeReceipt(subject, hash(subject.sample), last, versions), last);
    }
    return {
      id: subject.sample.id,
      runs: own.map(({ verified }) => verified),
      made: isWhole && isVisible ? last.map(({ compared }) => compared) : undefined,
      isWritten,
    };
  });
  const asked = new Set(subjectsOf(chosen));
  const fresh = subjectsOf(listed).filter((it) => !asked.has(it));
  return {
    subjects,
    fresh: fresh.map(({ sample }) => sample.id),
    leftOut: {
      native: fresh.filter(({ needs }) => needs.native).map(({ sample }) => sample.id),
      long: fresh.filter(({ needs }) => needs.long).map(({ sample }) => sample.id),
    },
    whyNot: {
      browser: whyOf(parts.browser),
      java: whyOf(parts.java),
      database: whyOf(parts.database),
      native: whyOf(parts.native),
      proxy: [...parts.proxies.values()].map(whyOf).filter(Boolean).join("\n  "),
    },
    notRun: listNotRun(lacks),
    faults: made.filter(({ work }) => isFaulty(work) && !work.request.isWithout).length,
    counterfactuals: made.filter(({ work }) => work.request.isWithout).length,
    versions: listVersions(parts, made),
  };
}

function subjectsOf(work: readonly Work[]): readonly Candidate[] {
  return [...new Set(work.map(({ subject }) => subject))];
}

function isGood({ verified }: MadeRun): boolean {
  return verified.problems.length === 0;
}

/** Lists what was not run, once for each sample and need. */
function listNotRun(lacks: ReadonlyMap<Work, Need | undefined>): Verification["notRun"] {
  const found = new Map<string, Verification["notRun"][number]>();
  for (const [{ subject }, needs] of lacks) {
    const { id } = subject.sample;
    if (needs !== undefined) found.set(`${needs} ${id}`, { id, needs });
  }
  return [...found.values()];
}

function whyOf(source: Parts["browser" | "java" | "database" | "native"] | ProxySource): string {
  return source.kind === "none" ? source.why : "";
}

function listVersions(
  { browser, database, java, native, proxies }: Parts,
  made: readonly MadeRun[],
): Readonly<Record<string, string>> {
  // Each record says its own version; here stands the lab's, where a run had it.
  const own = made.filter(({ work }) => work.subject.scenario.kafka === undefined);
  const kafka = [...own, ...made].flatMap(({ last }) => last?.kafkaVersion ?? [])[0];
  return {
    Node: process.versions.node,
    ...(java.kind === "java" ? { Java: java.java.version } : {}),
    ...(kafka === undefined ? {} : { Kafka: kafka }),
    ...(database.kind === "postgres" ? { PostgreSQL: database.version } : {}),
    ...versionsOfProxies(proxies),
    ...(browser.kind === "browser" ? { Chromium: browser.version } : {}),
    ...(native.kind === "native" ? native.versions : {}),
  };
}
