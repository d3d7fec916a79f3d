import type { CheckedBlock } from "../check/checked-site.ts";
import { outputOf, shownRun } from "../receipts/output.ts";
import { describeVerification } from "../receipts/verification.ts";
import { code, fence, plain } from "./write.ts";

/** Longer outputs are cut here; all of them is in the record. */
const MOST_LINES = 40;

/**
 * A block of code: the name of its file, everything that "copy" gives, the notes on its lines, the errors that it is
 * there for, and the recorded output.
 *
 * @param url makes the absolute address of a path
 */
export function blockMarkdown(block: CheckedBlock, url: (path: string) => string): string {
  const { title, sample, preface, language, notes, errors, receipt } = block;
  const name =
    sample === undefined ? title && code(title) : `[${title}](${url(`/samples/${sample.path}`)})`;
  const lines = block.code.split("\n");
  return [
    name === "" ? "" : `${name}${sample === undefined || sample.whole ? "" : ", an excerpt"}:`,
    fence(preface === undefined ? block.code : `${preface.code}\n\n${block.code}`, language),
    notes
      .map(({ line, words }) => {
        const said = words.map((word) => (word.code ? code(word.text) : word.text)).join("");
        return `- ${code((lines[line - 1] ?? "").trim())}: ${said.trim()}`;
      })
      .join("\n"),
    errors.map((error) => `- ${error.code}: ${error.message}`).join("\n"),
    ...(receipt === undefined || sample === undefined ? [] : outputs(receipt, sample.path, url)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function outputs(
  receipt: NonNullable<CheckedBlock["receipt"]>,
  sample: string,
  url: (path: string) => string,
): string[] {
  const printed = outputOf(receipt, sample).map(({ command, output, exit }) => {
    const more = output.length - MOST_LINES;
    const text = [
      `$ ${command}`,
      ...output.slice(0, MOST_LINES),
      ...(more > 0 ? [`… ${more} more lines, in the record`] : []),
      ...(exit === 0 ? [] : [typeof exit === "number" ? `exit ${exit}` : `ended by ${exit}`]),
    ];
    return fence(text.join("\n"), "text");
  });
  return [...printed, ranMarkdown(receipt, url, shownRun(receipt))];
}

/** The line under recorded runs: when and on what they ran, what was counted, where the record is. */
export function ranMarkdown(
  receipt: NonNullable<CheckedBlock["receipt"]>,
  url: (path: string) => string,
  run?: number,
): string {
  const { ran, counts, record } = describeVerification(receipt, run);
  const counted = counts.map(({ text, fails }) => (fails ? `**${text}**` : text)).join(", ");
  return plain(`${ran}${counted === "" ? "" : ` — ${counted}`}. [Record](${url(record)})`);
}
