import path from "node:path";
import type { Sample } from "../../check/checked-site.ts";
import type { Receipt } from "../../receipts/receipt.ts";
import { whyNotRecorded } from "../../receipts/why-not-recorded.ts";
import { CannotShow } from "./cannot-show.ts";

/** The recorded runs that a page may show. */
export interface Recordings {
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly samples: readonly Pick<Sample, "id" | "file" | "notRun" | "run">[];
  /** The page that shows the runs, from the repository's root. */
  readonly page: string;
}

/**
 * Finds the receipt of a sample that a page names, relative to the page's sample folder or to `content/samples`, with
 * or without `.ts`.
 *
 * @throws CannotShow with the recorded samples in that folder, and what to type
 */
export function findReceipt(name: string, { receipts, samples, page }: Recordings): Receipt {
  const folder = page.split("/").slice(2, -1).join("/");
  const bare = name.replace(/\.ts$/, "");
  const inFolder = folder === "" ? bare : `${folder}/${bare}`;
  const receipt = receipts.get(inFolder) ?? receipts.get(bare);
  if (receipt !== undefined) return receipt;
  const wanted = samples.some(({ id }) => id === bare) ? bare : inFolder;
  const recorded = [...receipts.keys()];
  const there = recorded.filter((id) => path.posix.dirname(id) === path.posix.dirname(wanted));
  const known = there.length === 0 ? "" : `\nRecorded there: ${there.join(", ")}.`;
  throw new CannotShow("unknown-run", whyNotRecorded(wanted, samples, recorded) + known, [
    "sample",
  ]);
}
