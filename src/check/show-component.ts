import path from "node:path";
import { readFileSync } from "node:fs";
import { showPlate } from "../components/authoring/plate/show-plate.ts";
import { plateSchema } from "../components/authoring/plate/plate.ts";
import { plotSchema } from "../components/authoring/plot/plot.ts";
import { showPlot } from "../components/authoring/plot/show-plot.ts";
import { recordedSchema } from "../components/authoring/recorded/choices.ts";
import { showRecorded } from "../components/authoring/recorded/show-recorded.ts";
import { layOutSequence } from "../components/authoring/sequence/geometry.ts";
import { placeNotes } from "../components/authoring/sequence/notes.ts";
import { sequenceSchema } from "../components/authoring/sequence/rows.ts";
import { showingPart } from "../components/authoring/cannot-show.ts";
import { factsSchema, showFacts } from "../components/authoring/show-facts.ts";
import { runsSchema, showRuns } from "../components/authoring/show-runs.ts";
import type { FactBook } from "../facts/fact.ts";
import type { ComponentUse } from "../mdx/find-components.ts";
import { RECEIPTS_FOLDER } from "../receipts/read-receipts.ts";
import type { Receipt, WireLine } from "../receipts/receipt.ts";
import { parseWireFile } from "../receipts/wire-file.ts";
import type { Sample } from "./checked-site.ts";

/** The checked data that components can show. */
export interface Known {
  readonly root: string;
  readonly samples: readonly Sample[];
  /** By sample id. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly facts: FactBook;
}

/**
 * Returns the data that a component shows, or `undefined` for one that shows only its props. The props must be valid.
 *
 * @throws CannotShow when the data does not exist or does not fit
 */
export function showComponent(
  { name, props }: Pick<ComponentUse, "name" | "props">,
  { root, samples, receipts, facts }: Known,
  page: string,
): unknown {
  const recordings = { receipts, samples, page };
  switch (name) {
    case "Facts":
      return showFacts(factsSchema.parse(props), facts, samples);
    case "Plate":
      return showPlate(plateSchema.parse(props), recordings);
    case "Plot":
      return showPlot(plotSchema.parse(props), recordings);
    case "Recorded":
      return showRecorded(recordedSchema.parse(props), recordings, (receipt, run) =>
        readWire(root, receipt, run),
      );
    case "Runs":
      return showRuns(runsSchema.parse(props), recordings);
    case "Sequence": {
      const { rows } = sequenceSchema.parse(props);
      showingPart(["rows"], () => placeNotes(layOutSequence(rows).rows));
      return undefined;
    }
    default:
      return undefined;
  }
}

function readWire(root: string, { sample, recorded }: Receipt, run: number): readonly WireLine[] {
  const file = recorded.runs[run]?.wire?.file;
  if (file === undefined) return [];
  return parseWireFile(
    readFileSync(path.join(root, RECEIPTS_FOLDER, path.dirname(sample), file), "utf8"),
  );
}
