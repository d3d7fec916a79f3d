import { describeAssignment } from "../components/authoring/assignment.ts";
import { COMPONENTS } from "../components/authoring/components.ts";
import type { ShownPlate } from "../components/authoring/plate/show-plate.ts";
import type { ShownRecording } from "../components/authoring/recorded/show-recorded.ts";
import { capitalise, nameRun } from "../components/authoring/runs.ts";
import type { Row } from "../components/authoring/sequence/rows.ts";
import { describeSequence } from "../components/authoring/sequence/words.ts";
import type { ShownFactGroup } from "../components/authoring/show-facts.ts";
import type { ShownRuns } from "../components/authoring/show-runs.ts";
import type { Fact } from "../facts/fact.ts";
import { showHolder } from "../facts/show-value.ts";
import { ranMarkdown } from "./blocks.ts";
import { code, plain, table } from "./write.ts";

type Url = (path: string) => string;

/** Recorded runs with a fault, as a table. */
export function runsMarkdown(
  { title, strike, table: runs, made, receipt }: ShownRuns,
  url: Url,
): string {
  const moves = runs.columns.some((column) => column.moves);
  const rows = runs.groups.flatMap(({ at, rows: own }) =>
    own.map(({ without, cells }) => {
      const { words, code: line } = nameRun(without);
      const how = line === undefined ? words : `${words} ${code(line)}`;
      const place = at ?? (runs.head === "Proxy" ? "no proxy" : "no fault");
      return [
        own.length === 1 && without === undefined ? place : `${place}, ${how}`,
        ...cells.map(({ text, fails }) => (fails ? `**${text}**` : text)),
      ];
    }),
  );
  return [
    `**${capitalise(title)}.**${strike === undefined ? "" : ` ${capitalise(strike)}.`}`,
    table([runs.head, ...runs.columns.map(({ name }) => name)], rows),
    ...(moves && made > 1
      ? [`Each row was run ${made} times: two numbers are the least and the most.`]
      : []),
    ranMarkdown(receipt, url),
  ].join("\n\n");
}

/** A sequence that was drawn, in words, with the explanations of its rows. */
export function sequenceMarkdown(props: unknown): string {
  const drawing = COMPONENTS.Sequence.schema.parse(props);
  return [drawing.caption, describeSequence(drawing), notesOf(drawing.rows)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** What crossed the wire in a recorded run, in words. */
export function recordedMarkdown(shown: ShownRecording, url: Url): string {
  const { caption, date, url: record } = shown;
  const all = record === undefined ? "" : ` [All events](${url(record)})`;
  return [
    `Recorded ${date}.${caption === undefined ? "" : ` ${caption}`}${all}`,
    describeSequence(shown),
    notesOf(shown.rows),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function notesOf(rows: readonly Row[]): string {
  return rows
    .flatMap(({ label, note }) => (note === undefined ? [] : [`- ${code(label)}: ${note}`]))
    .join("\n");
}

/** Recorded runs on one time axis: what became of the events of each. */
export function plateMarkdown({ groups, samples, dates, caption }: ShownPlate, url: Url): string {
  const rows = groups.flatMap(({ system, runs }) =>
    runs.map(({ label, words, counts }) => [
      system === "wire" ? "over the wire" : "over the log",
      words === undefined ? label : `${label}. ${words}`,
      counts.lost > 0 ? `**${counts.lost}**` : "0",
      String(counts.late),
      String(counts.twice),
    ]),
  );
  const records = samples.map((sample) => `[${sample}](${url(`/receipts/${sample}.json`)})`);
  return [
    `Recorded ${dates.join(" and ")}.${caption === undefined ? "" : ` ${caption}`} Records: ${records.join(", ")}`,
    table(["System", "Run", "lost", "late", "twice"], rows),
  ].join("\n\n");
}

/** Which member of a group reads which partition. */
export function assignmentMarkdown(props: unknown): string {
  const drawing = COMPONENTS.Assignment.schema.parse(props);
  return `${drawing.caption}\n\n${describeAssignment(drawing)}`;
}

/** The facts of one file. */
export function factsMarkdown({ group }: ShownFactGroup, url: Url): string {
  const rows = group.facts.map(({ fact }) => [
    fact.setting === undefined ? plain(fact.of) : code(fact.setting),
    valueMarkdown(fact) || "–",
    `${plain(fact.says)} ${evidence(fact, url)}`,
  ]);
  return `**${showHolder(group)}.**\n\n${table([group.hasSettings ? "Setting" : "About", "Value", "Consequence"], rows)}`;
}

/** The value of a fact; empty for a statement. */
export function valueMarkdown({ shown, isCode }: Fact): string {
  return isCode ? code(shown) : plain(shown);
}

/** Where a fact comes from: its source, the run that shows it, or us. */
export function evidence({ citation, proof, rung }: Fact, url: Url): string {
  const from = [
    ...(citation === undefined ? [] : [`[${citation.source.title}](${citation.url})`]),
    ...(proof === undefined ? [] : [`[a run](${url(`/samples/${proof.sample}/`)})`]),
  ];
  return rung === "opinion" ? "Our opinion." : from.join(", ");
}
