import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { SaidWords } from "../mdx/blocks.ts";
import type { Sample } from "../check/checked-site.ts";
import { hasWords } from "./has-words.ts";
import { outputOf } from "./output.ts";
import type { Receipt } from "./receipt.ts";
import { whyNotRecorded } from "./why-not-recorded.ts";

/** Finds words that a page quotes from a sample's output and that the recorded run did not print. */
export function checkSaid(
  said: readonly SaidWords[],
  samples: readonly Pick<Sample, "id" | "path" | "file" | "notRun" | "run">[],
  receipts: ReadonlyMap<string, Receipt>,
): Issue[] {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  return said.flatMap(({ page, line, column, sample: id, text }) => {
    const issue = (message: string): Issue[] => [
      { slug: "not-said", file: page, line, column, message },
    ];
    const sample = byId.get(id);
    const receipt = receipts.get(id);
    if (sample === undefined || receipt === undefined) {
      return issue(whyNotRecorded(id, samples, [...receipts.keys()]));
    }
    const lines = outputOf(receipt, sample.path).flatMap(({ output }) => output);
    if (lines.some((printed) => hasWords(printed, text))) return [];
    const nearest = didYouMean(text, lines);
    return issue(
      [
        `${id} did not print "${text}".${nearest}`,
        ...(nearest === "" ? ["It printed:", ...lines.map((printed) => `  ${printed}`)] : []),
      ].join("\n"),
    );
  });
}
