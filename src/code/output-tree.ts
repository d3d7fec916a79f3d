import { outputOf, shownRun } from "../receipts/output.ts";
import type { ProgramRun, Receipt } from "../receipts/receipt.ts";
import { receiptUrl } from "../receipts/urls.ts";
import { element, text, type Content, type Element } from "./tree.ts";
import { verificationTree } from "./verification-tree.ts";

/** Outputs longer than this are cut here and the rest is folded. */
const MOST_LINES = 24;
/** Folded lines beyond this would be most of the page's weight; they are in the record. */
const MOST_FOLDED_LINES = 300;

/**
 * What is shown under the code of a sample that ran: its output, and how and when it was recorded. The elements avoid
 * the classes that `copy-code.ts` looks for.
 */
export function outputTrees(receipt: Receipt, sample: string): Element[] {
  return [
    ...outputOf(receipt, sample).map((program) => programTree(program, receiptUrl(receipt.sample))),
    verificationTree(receipt, shownRun(receipt)),
  ];
}

function programTree({ command, output, exit }: ProgramRun, record: string): Element {
  const rest = output.slice(MOST_LINES);
  return element("div", { class: "output" }, [
    element("pre", {}, [
      element("kbd", {}, [text(`$ ${command}\n`)]),
      element("samp", {}, [text(output.slice(0, MOST_LINES).join("\n"))]),
    ]),
    ...(rest.length === 0 ? [] : [foldedLines(rest, record)]),
    ...(exit === 0 ? [] : [element("p", {}, [text(describeExit(exit))])]),
  ]);
}

function foldedLines(lines: readonly string[], record: string): Content {
  const label = `${lines.length} more ${lines.length === 1 ? "line" : "lines"}`;
  if (lines.length > MOST_FOLDED_LINES) {
    return element("p", {}, [element("a", { href: record }, [text(`${label}, in the record`)])]);
  }
  return element("details", {}, [
    element("summary", {}, [text(label)]),
    element("pre", {}, [element("samp", {}, [text(lines.join("\n"))])]),
  ]);
}

function describeExit(exit: ProgramRun["exit"]): string {
  return typeof exit === "number" ? `exit ${exit}` : `ended by ${exit}`;
}
