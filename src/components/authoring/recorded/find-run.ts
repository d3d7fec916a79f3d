import type { Receipt } from "../../../receipts/receipt.ts";
import { didYouMean } from "../../../report/nearest.ts";
import { CannotShow } from "../cannot-show.ts";

/**
 * Returns the number of the run that a page asks for.
 *
 * @param at the run's held point; by default the first run for which `has` is true
 * @param without whether to take the run with the guaranteeing line removed
 * @param what names the wanted data in error messages, for example "wire"
 * @param has whether a run recorded the wanted data
 * @throws CannotShow when there is no such run, or it did not record that data
 */
export function findRun(
  receipt: Receipt,
  at: string | undefined,
  without: boolean,
  what: string,
  has: (run: Receipt["recorded"]["runs"][number]) => boolean,
): number {
  const { compared, recorded } = receipt;
  const describe = (run: number): string => {
    const it = compared.runs[run];
    return `"${it?.at ?? "as it is"}"${it?.without === undefined ? "" : " without"}`;
  };
  const having = recorded.runs.flatMap((run, index) => (has(run) ? [index] : []));
  const kept =
    having.length === 0 ? "None has." : `Those that have: ${having.map(describe).join(", ")}.`;
  const fits = compared.runs.flatMap((run, index) =>
    (at === undefined || run.at === at) && (run.without !== undefined) === without ? [index] : [],
  );
  const found = at === undefined ? fits.find((run) => having.includes(run)) : fits[0];
  const near = didYouMean(
    at ?? "",
    compared.runs.flatMap((run) => run.at ?? []),
  );
  if (found === undefined)
    throw new CannotShow(
      "unknown-run",
      `"${receipt.sample}" has no run ${at === undefined ? `with a ${what}` : `at "${at}"`}${without ? " without its line" : ""}.${near} ${kept}`,
      ["run"],
    );
  if (!having.includes(found))
    throw new CannotShow(
      "unknown-run",
      `The run at ${describe(found)} of "${receipt.sample}" has no ${what}. ${kept}`,
      ["run"],
    );
  return found;
}
