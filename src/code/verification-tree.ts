import type { Receipt } from "../receipts/receipt.ts";
import { describeVerification } from "../receipts/verification.ts";
import { element, text, toHtml, type Content, type Element } from "./tree.ts";

/**
 * The line under recorded runs: when and on what they ran, and, folded, how to repeat them.
 *
 * @param run number of the run whose counts the line shows; absent where a table shows them
 */
export function verificationTree(receipt: Receipt, run?: number): Element {
  const { ran, counts, details, record } = describeVerification(receipt, run);
  return element("details", { class: "verification", "data-pagefind-ignore": "" }, [
    element("summary", {}, [
      text(ran),
      ...(counts.length === 0 ? [] : [text(" — ")]),
      ...line(counts),
    ]),
    element("dl", {}, [
      ...details.flatMap(({ term, words, isCode }) => [
        element("dt", {}, [text(term)]),
        element("dd", {}, [isCode ? element("code", {}, [text(words)]) : text(words)]),
      ]),
      element("dt", {}, [text("Record")]),
      element("dd", {}, [element("a", { href: record }, [text("everything that was recorded")])]),
    ]),
  ]);
}

/** Returns the same line as HTML, for a component. */
export function renderVerification(receipt: Receipt, run?: number): string {
  return toHtml(verificationTree(receipt, run));
}

function line(counts: ReturnType<typeof describeVerification>["counts"]): Content[] {
  return counts.flatMap(({ text: words, fails }, index) => [
    ...(index === 0 ? [] : [text(", ")]),
    fails ? element("b", {}, [text(words)]) : text(words),
  ]);
}
