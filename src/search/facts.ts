/** The rows of the tables of facts, `/search/facts.txt`, for answers to the name of a setting. */
import { cutWords } from "./words.ts";

export interface FactRow {
  /** Of its row: "/defaults/kafka-clients/#producer.linger.ms" */
  readonly url: string;
  /** The title of the page: "Defaults: Kafka’s Java client" */
  readonly page: string;
  /** "wire", "log" or "both" */
  readonly system: string;
  /** The setting, or what the fact is about: "order in a partition" */
  readonly name: string;
  /** As people read it, or empty for a statement. */
  readonly value: string;
  /** The program and its version: "Java producer, Kafka 4.4.0" */
  readonly holder: string;
  readonly known: "run" | "cited" | "ours";
  readonly says: string;
  /** Other names, for a question that asks for a default: "retention". */
  readonly names: readonly string[];
  /** Whether the value is that of the setting `name`, and not of something beside it. */
  readonly isSetting: boolean;
}

/** Rows of one page. */
export interface FactPage {
  readonly path: string;
  readonly title: string;
  readonly system: string;
  readonly rows: readonly (Omit<FactRow, "url" | "page" | "system"> & { readonly id: string })[];
}

/**
 * Writes a line for each page, which begins with its path, and below it a line for each row. A name that is the row's
 * key, and a holder that is the one above, are left out.
 */
export function writeFacts(pages: readonly FactPage[]): string {
  return pages
    .flatMap(({ path, title, system, rows }) => [
      [path, title, system].join("\t"),
      ...rows.map(({ id, name, value, holder, known, says, names, isSetting }, index) =>
        [
          id,
          name === keyOf(id) ? "" : name,
          value,
          holder === rows[index - 1]?.holder ? "" : holder,
          known,
          says,
          isSetting ? "=" : "",
          ...names,
        ].join("\t"),
      ),
    ])
    .join("\n");
}

/** Reads what {@link writeFacts} wrote. */
export function readFacts(text: string): FactRow[] {
  let [path = "", page = "", system = ""]: string[] = [];
  let above = "";
  return text.split("\n").flatMap((line): FactRow[] => {
    if (line.startsWith("/")) {
      [path = "", page = "", system = ""] = line.split("\t");
      return [];
    }
    const [id = "", called = "", value = "", of = "", how = "", says = "", own, ...names] =
      line.split("\t");
    if (id === "") return [];
    above = of === "" ? above : of;
    return [
      {
        url: `${path}#${id}`,
        page,
        system,
        name: called === "" ? keyOf(id) : called,
        value,
        holder: above,
        known: how === "run" || how === "cited" ? how : "ours",
        says,
        names,
        isSetting: own === "=",
      },
    ];
  });
}

/** The key of a fact in its file: "producer.linger.ms" → "linger.ms" */
function keyOf(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}

/** Less of the best row's score is another matter. */
const NEAR_THE_BEST = 0.6;

/**
 * The rows of a page that have words of the query, best first: a result of the index is a whole table.
 *
 * @param words with what each says about a page; see `Vocabulary.weightOf`
 */
export function rowsOf(
  path: string,
  words: ReadonlyMap<string, number>,
  facts: readonly FactRow[],
): FactRow[] {
  const scored = facts
    .filter(({ url }) => url.startsWith(`${path}#`))
    .map((row) => ({ row, score: scoreRow(row, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * NEAR_THE_BEST).map(({ row }) => row);
}

/** A word in the name of a row says twice as much about it as one in its sentence. */
function scoreRow({ name, says, value }: FactRow, words: ReadonlyMap<string, number>): number {
  const inName = new Set(cutWords(name));
  const inText = new Set(cutWords(`${says} ${value}`));
  let score = 0;
  for (const [word, weight] of words) {
    if (inName.has(word)) score += 2 * weight;
    else if (inText.has(word)) score += weight;
  }
  return score;
}
