import type { Fact, FactBook } from "./fact.ts";

/** The facts of one file, as a table shows them. */
export interface FactGroup {
  readonly system: Fact["system"];
  readonly of: string;
  readonly holds: string;
  readonly hasSettings: boolean;
  readonly hasValues: boolean;
  /** The sample that prints most of the facts. */
  readonly reading: string | undefined;
  readonly facts: readonly { readonly fact: Fact & { readonly name: string }; readonly how: How }[];
}

/** How a fact is known: printed by the group's reading, shown by another run, cited from a source, or ours. */
export type How = "read" | "run" | "cited" | "ours";

/** The facts of `content/facts/<name>.yaml` in the file's order; `undefined` when there is no such file. */
export function factGroup({ facts }: Pick<FactBook, "facts">, name: string): FactGroup | undefined {
  const own = [...facts.values()].filter(({ id }) => groupOf(id) === name);
  const [first] = own;
  if (first === undefined) return undefined;
  const proofs = Map.groupBy(own, ({ proof }) => proof?.sample);
  const [reading] = [...proofs]
    .filter(([sample, proven]) => sample !== undefined && proven.length > own.length / 3)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([sample]) => sample);
  return {
    system: first.system,
    ...first.group,
    hasSettings: own.some(({ setting }) => setting !== undefined),
    hasValues: own.some(({ shown }) => shown !== ""),
    reading,
    facts: own.map((fact) => ({
      fact: { ...fact, name: nameOf(fact) },
      how: howKnown(fact, reading),
    })),
  };
}

/** The file of a fact: `producer.linger.ms` → `producer`. */
export function groupOf(id: string): string {
  return id.slice(0, id.indexOf("."));
}

/**
 * The name of a fact. One that is not a setting is named by its key: `order-in-a-partition` → `order in a partition`.
 */
function nameOf({ id }: Fact): string {
  return id.slice(id.indexOf(".") + 1).replaceAll("-", " ");
}

/** The setting of a fact, or its name if it is none. */
export function nameOfFact(fact: Fact): string {
  return fact.setting ?? nameOf(fact);
}

function howKnown({ proof, rung }: Fact, reading: string | undefined): How {
  if (proof !== undefined) return proof.sample === reading ? "read" : "run";
  return rung === "opinion" ? "ours" : "cited";
}
