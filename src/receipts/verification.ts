import { allCounts, failingCounts, formatCount } from "./fault-table.ts";
import type { Receipt } from "./receipt.ts";
import { receiptUrl } from "./urls.ts";
import { formatDate } from "../report/words.ts";

/** The line that a page shows below an output or a table of runs, and the details folded below that line. */
export interface Verification {
  /** "Ran 23 Nov 2026 · Node 24.21 · grpc-js 1.14.7" */
  readonly ran: string;
  /** "1,000 sent"; the page sets those that show a failure in bold. */
  readonly counts: readonly { readonly text: string; readonly fails: boolean }[];
  readonly details: readonly Detail[];
  /** URL of the receipt itself. */
  readonly record: string;
}

export interface Detail {
  readonly term: string;
  readonly words: string;
  /** Whether the words are set as code: a command, a name, a hash. */
  readonly isCode: boolean;
}

/** Number of characters of a hash to show: enough to compare by eye. */
const SHORT_HASH = 12;

/**
 * Describes how a receipt was recorded.
 *
 * @param run number of the run whose counts the line shows; absent where a table shows them
 */
export function describeVerification(receipt: Receipt, run?: number): Verification {
  const { sample, inputs, compared, recorded } = receipt;
  const counts = run === undefined ? {} : allCounts(receipt, run);
  const holds = (run === undefined ? undefined : compared.runs[run]?.holds) ?? {};
  const failing = failingCounts({ counts, holds }, undefined);
  const moving = (run === undefined ? undefined : recorded.runs[run]?.counts) ?? {};
  const rules = [...new Set(compared.runs.flatMap((it) => Object.keys(it.holds)))];
  const ms = recorded.runs.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const runs = recorded.runs.length === 1 ? "" : `${recorded.runs.length} runs, `;
  return {
    ran: [`Ran ${formatDate(recorded.date)}`, ...formatVersions(recorded.versions)].join(" · "),
    counts: Object.entries(counts).map(([name, count]) => ({
      text: `${Object.hasOwn(moving, name) ? "about " : ""}${formatCount(count)}\u00a0${name}`,
      fails: failing.has(name),
    })),
    details: [
      { term: "Took", words: `${runs}${formatSeconds(ms)}`, isCode: false },
      ...(rules.length === 0
        ? []
        : [{ term: "Must hold", words: rules.join("; "), isCode: false }]),
      ...(recorded.settings.length === 0
        ? []
        : [{ term: "Not as in production", words: recorded.settings.join(", "), isCode: true }]),
      { term: "Run it again", words: `npm run verify -- =${sample}`, isCode: true },
      { term: "Inputs", words: inputs.slice(0, SHORT_HASH), isCode: true },
    ],
    record: receiptUrl(sample),
  };
}

/**
 * `{ Node: "24.21.0", Kafka: "4.3.1" }` → ["Node 24.21", "Kafka 4.3.1"]; versions of Node and Java are cut to their
 * release.
 */
function formatVersions(versions: Readonly<Record<string, string>>): string[] {
  return Object.entries(versions).map(([name, version]) => {
    const parts = { Node: 2, Java: 1 }[name];
    return `${name} ${version.split(".").slice(0, parts).join(".")}`;
  });
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
