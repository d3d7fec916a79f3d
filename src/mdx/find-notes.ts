import { positionAt, type Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import type { Placed } from "./walk.ts";

/** The name of a note, where the note is referred to or defined. */
export interface NoteName extends Position {
  readonly name: string;
  /** The name in the form in which the parser compares names. */
  readonly identifier: string;
}

/** The footnotes of a page, which become notes in its margin. */
export interface Notes {
  readonly references: readonly (NoteName & { readonly isInNote: boolean })[];
  readonly definitions: readonly (NoteName & { readonly isNested: boolean })[];
  /** Text that looks like a reference to a note that does not exist. */
  readonly unknown: readonly NoteName[];
}

const REFERENCE = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** Finds a page's notes and the references to them. */
export function findNotes(nodes: readonly Placed[], source: string): Notes {
  const references: (NoteName & { isInNote: boolean })[] = [];
  const definitions: (NoteName & { isNested: boolean })[] = [];
  const unknown: NoteName[] = [];
  for (const { node, above } of nodes) {
    if (node.type === "footnoteReference" || node.type === "footnoteDefinition") {
      const { identifier, label } = node;
      const name = { name: label ?? identifier, identifier, ...startOf(node) };
      if (node.type === "footnoteDefinition")
        definitions.push({ ...name, isNested: above.length > 1 });
      else {
        const isInNote = above.some(({ type }) => type === "footnoteDefinition");
        references.push({ ...name, isInNote });
      }
    } else if (node.type === "text") {
      // The parser leaves a reference to an unknown note as text.
      const from = node.position?.start.offset ?? 0;
      const raw = source.slice(from, node.position?.end.offset);
      for (const { 1: name = "", index } of raw.matchAll(REFERENCE))
        unknown.push({ name, identifier: name.toLowerCase(), ...positionAt(source, from + index) });
    }
  }
  return { references, definitions, unknown };
}
