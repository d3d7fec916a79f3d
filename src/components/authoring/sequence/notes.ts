import { CannotShow } from "../cannot-show.ts";
import { textWidth } from "./text-width.ts";
import { headHeight, unit } from "./geometry.ts";
import type { PlacedRow } from "./geometry.ts";

export interface PlacedNote {
  readonly text: string;
  /** The grid row of `unit` px in which the explanation begins, from 1. */
  readonly gridRow: number;
}

/** The narrowest column of explanations, which is at 768 px: 704 − 288 − 4 − 52. */
const narrowest = 360;
const lineHeight = 18;

/**
 * Places explanations beside their rows. Each has the height down to the next one.
 *
 * @throws CannotShow when an explanation would run into the next
 */
export function placeNotes(rows: readonly PlacedRow[]): PlacedNote[] {
  const noted = rows.flatMap(({ row, y }, number) =>
    row.note === undefined ? [] : [{ text: row.note, y, number }],
  );
  return noted.map(({ text, y, number }, index) => {
    const next = noted[index + 1];
    // Words do not fill their lines, so 8 % is added for what is lost at the ends.
    const lines = Math.ceil((textWidth(text, "sans", 13) * 1.08) / narrowest);
    if (next !== undefined && lines * lineHeight > next.y - y + 2) {
      throw new CannotShow(
        "crowded-drawing",
        `The note "${text}" needs ${lines} lines and runs into the next one. Shorten it.`,
        [number],
      );
    }
    return { text, gridRow: Math.floor((y - headHeight) / unit) + 1 };
  });
}
