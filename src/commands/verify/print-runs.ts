import type { Sample } from "../../check/index.ts";
import { howToGetJava } from "../../lab/jvm/how-to-get-java.ts";
import type { VerifiedRun } from "../../lab/run/repeat-run.ts";
import type { Verification, VerifyOptions } from "../../lab/verify.ts";
import { nearestNames } from "../../report/nearest.ts";
import { count } from "../../report/words.ts";
import { isCi } from "../is-ci.ts";

/** Prints a line for a run, and below it what differs. */
export function printRun(
  id: string,
  { name, made, agreed, durationMs, counts, problems }: VerifiedRun,
): void {
  const what = name === "nothing" ? id : `${id}  ${name}`;
  const times = made === 1 ? "" : `  ${agreed} of ${made}`;
  const counted = Object.entries(counts).map(([word, n]) => `${n} ${word}`);
  console.log(
    `${problems.length === 0 ? "agrees " : "DIFFERS"}  ${(durationMs / 1_000).toFixed(1).padStart(5)} s${times}  ${what}` +
      (counted.length === 0 ? "" : `  (${counted.join(", ")})`),
  );
  for (const problem of problems)
    console.log(`         ${problem.replaceAll("\n", "\n         ")}`);
}

interface Asked extends VerifyOptions {
  readonly samples: readonly Sample[];
  readonly seconds: number;
}

/** Prints what was run, and returns whether everything agreed. */
export function printSummary(verification: Verification, asked: Asked): boolean {
  const { subjects, fresh, notRun, leftOut } = verification;
  const { filters, samples, seconds } = asked;
  const leftOutIds = [...leftOut.native, ...leftOut.long];
  if (filters.length > 0 && subjects.length + notRun.length + leftOutIds.length === 0) {
    printUnknown(filters, samples);
    return false;
  }
  const runs = subjects.flatMap((it) => it.runs);
  const bad = subjects.filter((it) => it.runs.some(({ problems }) => problems.length > 0));
  const written = subjects.filter(({ isWritten }) => isWritten);
  console.log(
    `\n${count(subjects.length, "sample")}, ${count(runs.length, "run")} in ${seconds.toFixed(0)} s: ` +
      `${subjects.length - bad.length} agree, ${bad.length} differ; ` +
      `${count(fresh.length, "fresh receipt")} not asked for` +
      (asked.isUpdate ? `; ${count(written.length, "receipt")} written` : ""),
  );
  const fileOf = new Map(samples.map(({ id, file }) => [id, file]));
  for (const { id } of bad) console.error(`stale-receipt  ${fileOf.get(id) ?? id}`);
  const [first] = bad;
  if (first !== undefined) {
    console.error(
      `  What is recorded is not what happens now. If what happens is meant, type: npm run verify -- =${first.id} --update`,
    );
  }
  if (asked.isAll || filters.length > 0) {
    const { native, long } = leftOut;
    const words = filters.map((it) => `${it} `).join("");
    printLeftOut(native, "of a native client, which has to be built first", `${words}--native`);
    const its = long.length === 1 ? "its" : "their";
    printLeftOut(long, `long: each of ${its} runs takes minutes`, `${words}--long`);
  }
  printNotRun(verification);
  return bad.length === 0 && (notRun.length === 0 || !isCi);
}

/** Says in a line how many samples are run on demand only, and what asks for them. */
function printLeftOut(ids: readonly string[], why: string, words: string): void {
  if (ids.length === 0) return;
  const [are, them] = ids.length === 1 ? ["is", "it"] : ["are", "them"];
  console.log(
    `${ids.length} of these ${are} ${why}. To run ${them}, type: npm run verify -- ${words}`,
  );
}

function printUnknown(filters: readonly string[], samples: readonly Sample[]): void {
  const programs = samples.filter(({ run }) => run !== undefined).map(({ id }) => id);
  const near = filters.flatMap((filter) => nearestIds(filter, programs));
  const wanted = filters
    .map((it) => (it.startsWith("=") ? `is "${it.slice(1)}"` : `has "${it}" in it`))
    .join(" or ");
  console.error(
    `no-such-sample  No program's id ${wanted}. An id is a path below content/samples, without its ending.\n` +
      (near[0] === undefined
        ? "  To list all ids, type: ls content/receipts/*"
        : `  Type: npm run verify -- =${near[0]}`),
  );
}

/** Finds the ids nearest to a filter, by the whole id and by its last part, since the folder is often left out. */
function nearestIds(filter: string, ids: readonly string[]): readonly string[] {
  const wanted = filter.replace(/^=/, "");
  const lastOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
  const names = new Map(
    ids.flatMap(
      (id) =>
        [
          [id, id],
          [lastOf(id), id],
        ] as const,
    ),
  );
  return nearestNames(wanted, [...names.keys()]).flatMap((name) => names.get(name) ?? []);
}

function printNotRun({ notRun, whyNot }: Verification): void {
  const lacks = {
    broker: "broker: no Kafka broker of the lab's own can be started here",
    browser: `a browser: ${whyNot.browser}`,
    database: `a database: ${whyNot.database}`,
    java: `Java: ${whyNot.java}`,
    proxy: `a proxy: ${whyNot.proxy}\n  Samples`,
    native: `a native client.\n  ${whyNot.native}`,
  };
  for (const [needs, ids] of Map.groupBy(notRun, (it) => it.needs)) {
    console.error(
      `\nNOT RE-RUN  ${count(ids.length, "sample")} for want of ${lacks[needs]}:\n` +
        ids.map(({ id }) => `  ${id}\n`).join("") +
        (needs === "broker" || needs === "java" ? `  ${howToGetJava()}` : ""),
    );
  }
}
