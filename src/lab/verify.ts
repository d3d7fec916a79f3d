import { openHasher } from "../receipts/inputs.ts";
import { readReceipts } from "../receipts/read-receipts.ts";
import type { ComparedRun } from "../receipts/receipt.ts";
import type { Sample } from "../check/index.ts";
import type { BrokerSource } from "./broker/source.ts";
import { decodeBrokers } from "./broker/brokers.ts";
import { compareRuns } from "./run/compare-runs.ts";
import { findSubjects, NOTHING, type Subject } from "./find-scenarios.ts";
import type { JavaSource } from "./java/source.ts";
import { judgeRun } from "./run/judge-run.ts";
import type { NativeSource } from "./native/native-source.ts";
import {
  findNeeds,
  isAsked,
  isNamed,
  type Need,
  type Needs,
  packagesOf,
  type Wish,
} from "./needs.ts";
import { planRuns } from "./run/plan-runs.ts";
import type { Guard } from "./processes/guard.ts";
import { versionsOf } from "./ran-on.ts";
import type { RunRequest, RunResult } from "./run/run-scenario.ts";
import { readShopMethods } from "./shop/shop-methods.ts";
import { repeatRun, type VerifiedRun } from "./run/repeat-run.ts";
import { makeReceipt, writeReceipt } from "./write-receipt.ts";

export interface VerifyOptions extends Wish {
  /** Writes receipts instead of comparing with them. */
  readonly isUpdate: boolean;
  /** How often each run is made. */
  readonly repeat: number;
  readonly isTapped: boolean;
  /** How many runs go on at a time. */
  readonly workers: number;
}

/** What came of one subject. */
export interface Verified {
  readonly id: string;
  readonly runs: readonly VerifiedRun[];
  /** What was made just now, where all of it could be made and seen. */
  readonly made: readonly ComparedRun[] | undefined;
  readonly isWritten: boolean;
}

export interface Verification {
  readonly subjects: readonly Verified[];
  /** Ids whose receipts are fresh and were not asked for. */
  readonly fresh: readonly string[];
  /** Those that need what this machine does not have. */
  readonly notRun: readonly { readonly id: string; readonly needs: Need }[];
  /** Why there is no Java for programs, or no native client; empty where there is, or none was needed. */
  readonly whyNot: { readonly java: string; readonly native: string };
  /** Of the fresh ones, those that a native client's binary runs. */
  readonly leftOut: readonly string[];
}

type Chosen = Subject & { readonly needs: Needs };

/** Where a run gets what does not come with the packages. */
export interface Sources {
  readonly guard: Guard;
  readonly source: () => Promise<BrokerSource>;
  /** @param isTested whether Java's tests are run too */
  readonly java: (isTested: boolean) => Promise<JavaSource>;
  readonly native: () => Promise<NativeSource>;
}

/**
 * Runs samples for real, `workers` at a time, and compares what came of it with their receipts, or writes these.
 *
 * @param onRun is told each time that a run has been made
 */
export async function verifySamples(
  root: string,
  samples: readonly Sample[],
  options: VerifyOptions,
  { guard, source, java: findJava, native: findNative }: Sources,
  onRun: (id: string, run: VerifiedRun) => void,
): Promise<Verification> {
  const { receipts } = await readReceipts(root);
  const hash = openHasher(root, samples);
  const subjects = (await findSubjects(root, samples))
    .filter(({ sample }) => isNamed(sample.id, options))
    .map((subject) => ({ ...subject, needs: findNeeds(subject, samples) }));
  const chosen = subjects.filter(({ sample, scenario, needs }) => {
    const isStale = receipts.get(sample.id)?.inputs !== hash(sample);
    // Without a tap nothing can be held.
    return isAsked(options, isStale, needs) && (options.isTapped || NOTHING in scenario.heldPoints);
  });
  const doNeed = (need: keyof Needs): boolean => chosen.some(({ needs }) => needs[need]);
  const brokers: BrokerSource = doNeed("broker") ? await source() : { kind: "none", why: "" };
  const java: JavaSource = doNeed("java")
    ? await findJava(doNeed("junit"))
    : { kind: "none", why: "" };
  const native: NativeSource = doNeed("native") ? await findNative() : { kind: "none", why: "" };
  // Without Kafka's jars nothing reads its protocol: nothing can be held, nor counted on the wire.
  const isTapped = ({ needs }: Chosen): boolean =>
    options.isTapped && (!needs.broker || brokers.kind === "java");
  const hasBroker = (subject: Chosen): boolean =>
    !subject.needs.broker ||
    (brokers.kind !== "none" && (isTapped(subject) || NOTHING in subject.scenario.heldPoints));
  const lackOf = (subject: Chosen): Need | undefined => {
    if (!hasBroker(subject)) return "broker";
    if (subject.needs.java && java.kind === "none") return "java";
    return subject.needs.native && native.kind === "none" ? "native" : undefined;
  };
  const runnable = chosen.filter((subject) => lackOf(subject) === undefined);

  const context = { root, guard, source: brokers, java, methods: await readShopMethods(root) };
  // Read now, since it takes a while: later, connections pass through this process.
  decodeBrokers(brokers, new Map());
  const work = runnable.flatMap((subject) =>
    planRuns(subject)
      .map((request, index) => ({ request, index, subject }))
      .filter(({ request: { at } }) => isTapped(subject) || at === NOTHING),
  );
  // The longest first: the last worker is not left with one.
  const expectedMs = ({ request, index }: (typeof work)[number]): number =>
    receipts.get(request.subject.sample.id)?.recorded.runs[index]?.durationMs ?? Infinity;
  work.sort((a, b) => expectedMs(b) - expectedMs(a) || 0);

  const results = new Map<RunRequest, { last: RunResult | undefined; verified: VerifiedRun }>();
  // Names on somebody's own cluster are literal: one run at a time.
  const workers = brokers.kind === "own" ? 1 : options.workers;
  await inParallel(workers, work, async ({ request, index, subject }) => {
    const recorded = receipts.get(subject.sample.id);
    let before = recorded?.compared.runs[index];
    // What is recorded anew is compared with its own repetitions.
    if (options.isUpdate) before = undefined;
    const findProblems = (run: RunResult): readonly string[] => {
      if (options.isUpdate) before ??= run.compared;
      if (isTapped(subject))
        return [...judgeRun(request, run), ...compareRuns(before, run.compared)];
      // What is counted on the wire is not seen; what programs print must be the same.
      const { counts = {}, holds = {} } = before ?? {};
      return compareRuns(before, { ...run.compared, counts, holds });
    };
    const made = await repeatRun(request, options.repeat, findProblems, {
      ...context,
      isTapped: isTapped(subject),
    });
    results.set(request, made);
    onRun(subject.sample.id, made.verified);
  });

  const verified = runnable.map((subject): Verified => {
    const own = work.filter((it) => it.subject === subject).sort((a, b) => a.index - b.index);
    const made = own.flatMap(({ request }) => results.get(request) ?? []);
    const runs = made.map((it) => it.verified);
    const last = made.flatMap((it) => it.last ?? []);
    const isWhole = last.length === own.length;
    const isGood = isWhole && runs.every(({ problems }) => problems.length === 0);
    const isWritten = options.isUpdate && isTapped(subject) && isGood;
    if (isWritten) {
      const receipt = makeReceipt(
        subject,
        hash(subject.sample),
        last,
        versionsOf(subject, packagesOf(subject, samples), { java, native }),
      );
      writeReceipt(root, receipt, last);
    }
    return {
      id: subject.sample.id,
      runs,
      made: isWhole && isTapped(subject) ? last.map(({ compared }) => compared) : undefined,
      isWritten,
    };
  });
  const fresh = subjects.filter((it) => !chosen.includes(it));
  return {
    subjects: verified,
    fresh: fresh.map(({ sample }) => sample.id),
    leftOut: fresh.filter(({ needs }) => needs.native).map(({ sample }) => sample.id),
    whyNot: {
      java: java.kind === "none" ? java.why : "",
      native: native.kind === "none" ? native.why : "",
    },
    notRun: chosen.flatMap((it) => {
      const needs = lackOf(it);
      return needs === undefined ? [] : [{ id: it.sample.id, needs }];
    }),
  };
}

async function inParallel<Item>(
  workers: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
