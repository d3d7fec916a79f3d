/** Filters by kind and by subject. Of each, any of those that are pressed; none pressed means all. */
import { KINDS, SUBJECTS, type Kind, type Subject } from "./kinds.ts";

export interface Filters {
  readonly kinds: ReadonlySet<Kind>;
  readonly subjects: ReadonlySet<Subject>;
}

export const NO_FILTERS: Filters = { kinds: new Set(), subjects: new Set() };

/** An engine that lists the places with a value of a filter. */
export interface Filterable {
  list(
    filters: Readonly<Record<string, string>>,
  ): Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

export function hasFilters({ kinds, subjects }: Filters): boolean {
  return kinds.size + subjects.size > 0;
}

/** Presses or releases the button of one value. */
export function toggle<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  return values.has(value)
    ? new Set([...values].filter((it) => it !== value))
    : new Set([...values, value]);
}

/** Ids of the places with one value of a filter of the index, asked for once: the index does not change. */
const listed = new WeakMap<Filterable, Map<string, Promise<ReadonlySet<string>>>>();

/** Says of each place whether the filters let it through, by its id; `undefined` when they let everything through. */
export async function readFilters(
  engine: Filterable,
  filters: Filters,
): Promise<((id: string) => boolean) | undefined> {
  if (!hasFilters(filters)) return undefined;
  const of = (name: string, values: ReadonlySet<string>): Promise<ReadonlySet<string>[]> =>
    Promise.all([...values].map((value) => listPlaces(engine, name, value)));
  const both = await Promise.all([of("what", filters.kinds), of("subject", filters.subjects)]);
  const asked = both.filter((sets) => sets.length > 0);
  return (id) => asked.every((sets) => sets.some((ids) => ids.has(id)));
}

function listPlaces(engine: Filterable, name: string, value: string): Promise<ReadonlySet<string>> {
  const known = listed.get(engine) ?? new Map<string, Promise<ReadonlySet<string>>>();
  listed.set(engine, known);
  const key = `${name} ${value}`;
  const ids =
    known.get(key) ??
    engine.list({ [name]: value }).then(({ results }) => new Set(results.map(({ id }) => id)));
  known.set(key, ids);
  // What failed is asked again.
  ids.catch(() => known.delete(key));
  return ids;
}

/** The filters in an address: `kind=sample&about=Kafka`. */
export function writeFilters({ kinds, subjects }: Filters): [string, string][] {
  return [
    ...[...kinds].map((kind): [string, string] => ["kind", kind]),
    ...[...subjects].map((subject): [string, string] => ["about", subject]),
  ];
}

/** Reads the filters of an address. What is no filter is ignored. */
export function parseFilters(address: URLSearchParams): Filters {
  const kinds = new Set<string>(address.getAll("kind"));
  const subjects = new Set<string>(address.getAll("about"));
  return {
    kinds: new Set((Object.keys(KINDS) as Kind[]).filter((kind) => kinds.has(kind))),
    subjects: new Set(SUBJECTS.filter((subject) => subjects.has(subject))),
  };
}
