import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkFacts, type CheckedFacts } from "../../src/facts/check-facts.ts";
import { readPage } from "../../src/mdx/read-page.ts";
import type { Runs } from "../../src/facts/prove-facts.ts";
import { formatIssue } from "../../src/report/terminal.ts";

/** Two good sources. */
export const SOURCES = `
rfc-9113: { title: RFC 9113, publisher: IETF, url: "https://www.rfc-editor.org/rfc/rfc9113.html" }
design: { title: Design, publisher: Apache Kafka, url: "https://kafka.apache.org/43/design/" }
`;

/** A group whose records cite both sources. */
export const PRODUCER = `system: kafka
of: Java producer
holds: Kafka 4.4.0
facts:
  linger.ms:
    setting: linger.ms
    says: A batch that is not full waits for more records.
    value: 5
    unit: ms
    source: design#linger
    proof: java/read-defaults producer linger.ms
  window:
    says: A stream begins with this window.
    value: 65535
    unit: bytes
    source: rfc-9113
`;

/** The run behind {@link PRODUCER}. */
export const RUNS = runsOf("java/read-defaults", [
  "producer linger.ms = 5",
  "the window is 65,535 bytes",
]);

/** Recorded runs of one sample that printed `output` and counted `counts`. */
export function runsOf(
  sample: string,
  output: readonly string[],
  counts: Readonly<Record<string, number>> = {},
): Runs {
  const program = { name: "reading", command: "node reading.ts", output, exit: 0 };
  return new Map([[sample, [{ programs: [program], counts, holds: {} }]]]);
}

/** Checks a site that consists of these files, paths from its root, and says what is wrong as a terminal shows it. */
export async function checkFactsOf(
  files: Readonly<Record<string, string>>,
  runs: Runs = RUNS,
): Promise<CheckedFacts & { said: string[] }> {
  const root = mkdtempSync(path.join(tmpdir(), "wire-and-log-facts-"));
  const all: Record<string, string> = { "package.json": "{}", ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const pages = Object.entries(files)
    .filter(([file]) => file.endsWith(".mdx"))
    .map(([file, text]) => readPage(file, text));
  const site = { pages, samples: [], blocks: new Map(), receipts: new Map() };
  const checked = await checkFacts(root, site, runs);
  return { ...checked, said: checked.issues.map(formatIssue) };
}
