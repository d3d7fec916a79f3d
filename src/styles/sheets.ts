import code from "./sheets/code.css?inline";
import core from "./sheets/core.css?inline";
import drawings from "./sheets/drawings.css?inline";
import home from "./sheets/home.css?inline";
import notes from "./sheets/notes.css?inline";
import plate from "./sheets/plate.css?inline";
import recorded from "./sheets/recorded.css?inline";
import reference from "./sheets/reference.css?inline";
import runs from "./sheets/runs.css?inline";
import search from "./sheets/search.css?inline";
import sequence from "./sheets/sequence.css?inline";
import tables from "./sheets/tables.css?inline";
import type { Sheet } from "./pick-sheets.ts";

/**
 * The sheets that pages carry. There are few, because the Content-Security-Policy names each of them in every answer:
 * splitting one is only worth it when the heaviest pages lose more than 50 bytes.
 */
export const sheets: readonly Sheet[] = [
  { css: core, on: [] },
  { css: tables, on: ["table"] },
  { css: reference, on: [".catalogue", ".facts", "fact-filter", ".page-list", "not-found"] },
  { css: drawings, on: ["text"] },
  { css: sequence, on: [".sequence-body"] },
  { css: home, on: [".strip", ".choose", ".doors"] },
  { css: code, on: [".code", ".twins"] },
  { css: recorded, on: [".ran", ".said", ".verification"] },
  { css: runs, on: [".runs"] },
  { css: plate, on: [".plate", ".plot"] },
  { css: notes, on: [".notes", "sup"] },
  { css: search, on: [".search-form"] },
];
