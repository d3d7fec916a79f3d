import type { z } from "astro/zod";
import type { Receipt, WireLine } from "../../../receipts/receipt.ts";
import { wireUrl } from "../../../receipts/urls.ts";
import { showingPart } from "../cannot-show.ts";
import { findReceipt, type Recordings } from "../find-receipt.ts";
import { layOutSequence } from "../sequence/geometry.ts";
import { placeNotes } from "../sequence/notes.ts";
import type { TimedRow } from "../sequence/rows.ts";
import type { recordedSchema } from "./choices.ts";
import { findRun } from "./find-run.ts";
import { buildRecordedRows } from "./rows.ts";

/** What crossed the wire in a recorded run, as `<Recorded>` shows it. */
export interface ShownRecording extends Pick<
  z.output<typeof recordedSchema>,
  "left" | "right" | "system" | "caption"
> {
  readonly rows: readonly TimedRow[];
  /** The day of the recording. */
  readonly date: string;
  /** How many lines the wire file has, and its URL. */
  readonly total: number;
  readonly url: string | undefined;
}

/** @throws CannotShow when there is no such run, or it does not contain what the page chooses */
export function showRecorded(
  props: z.output<typeof recordedSchema>,
  recordings: Recordings,
  readWire: (receipt: Receipt, run: number) => readonly WireLine[],
): ShownRecording {
  const { left, right, system, caption } = props;
  const receipt = findReceipt(props.sample, recordings);
  const run = findRun(receipt, props.run, props.without, "wire", ({ wire }) => wire !== undefined);
  const wire = readWire(receipt, run);
  const rows = buildRecordedRows(wire, props.events, { left, right, system }).map(({ row }) => row);
  showingPart(["events"], () => placeNotes(layOutSequence(rows).rows));
  return {
    ...(caption === undefined ? {} : { caption }),
    left,
    right,
    system,
    rows,
    date: receipt.recorded.date,
    total: wire.length,
    url: wireUrl(receipt, run),
  };
}
