/** The rows of the tables of facts, for the search. */
import { facts, homes } from "virtual:checked/facts";
import { pageModel } from "../../docs/load.ts";
import type { Fact } from "../../facts/fact.ts";
import { groupOf, nameOfFact } from "../../facts/fact-group.ts";
import { showHolder } from "../../facts/show-value.ts";
import { writeFacts, type FactPage } from "../../search/facts.ts";
import { FACT_NAMES } from "./_fact-names.ts";

export function GET(): Response {
  const pages = [...pageModel.pages.values()].flatMap(({ path, title, system }): FactPage[] => {
    const own = facts.filter(({ id }) => homes[groupOf(id)] === path);
    return own.length === 0 ? [] : [{ path, title, system, rows: own.map(describe) }];
  });
  return new Response(writeFacts(pages));
}

const KNOWN = { executed: "run", cited: "cited", opinion: "ours" } as const;

function describe(fact: Fact): FactPage["rows"][number] {
  const { id, shown, rung, says } = fact;
  return {
    id,
    name: nameOfFact(fact),
    value: shown,
    holder: showHolder(fact),
    known: KNOWN[rung],
    says,
    names: FACT_NAMES[id] ?? [],
    isSetting: shown !== "" && holdsSetting(fact),
  };
}

/**
 * Whether the value is that of the setting: the key says so. What was seen with a setting has another key, such as
 * `consumer.close-commits`.
 */
function holdsSetting({ id, setting }: Fact): boolean {
  if (setting === undefined) return false;
  const name = setting.replace(/^grpc(?:-node)?\./, "");
  return id.endsWith(`.${name}`);
}
