import { howToRecord } from "../../receipts/read-receipts.ts";
import type { Receipt } from "../../receipts/receipt.ts";
import { didYouMean } from "../../report/nearest.ts";

/**
 * The receipt of a sample that a page names, relative to the page's own sample folder or from `content/samples`, with or
 * without `.ts`.
 *
 * @param page the page's path: "/guaranteed-delivery/over-grpc/"
 * @throws Error that names the page, the samples there whose runs are recorded, and what to type.
 */
export function findReceipt(
  component: string,
  sample: string,
  page: string,
  receipts: ReadonlyMap<string, Receipt>,
): Receipt {
  const folder = page.split("/").filter(Boolean).slice(0, -1).join("/");
  const name = sample.replace(/\.ts$/, "");
  const own = folder === "" ? name : `${folder}/${name}`;
  const receipt = receipts.get(own) ?? receipts.get(name);
  if (receipt !== undefined) return receipt;
  const there = [...receipts.keys()]
    .filter((id) => id.startsWith(folder === "" ? "" : `${folder}/`))
    .map((id) => id.slice(folder === "" ? 0 : folder.length + 1));
  const known = there.length === 0 ? "There are none." : `Recorded there: ${there.join(", ")}.`;
  throw new Error(
    `<${component} sample="${sample}"> on ${page}: no run of content/samples/${own}.ts is recorded.\n` +
      `  ${known}${didYouMean(name, there)}\n  ${howToRecord(own)}`,
  );
}

/** Runs `work`, and says of an error of it which component on which page it comes from. */
export function onPage<Result>(component: string, page: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`<${component}> on ${page}: ${message}`, { cause: error });
  }
}
