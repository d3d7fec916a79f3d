/** Filters by kind and by subject. Of each, any of those that are pressed; none pressed means all. */
import { kindAt, subjectAt, type Entry } from "./index-format.ts";
import { KINDS, SUBJECTS, type Kind, type Subject } from "./kinds.ts";

export interface Filters {
  readonly kinds: ReadonlySet<Kind>;
  readonly subjects: ReadonlySet<Subject>;
}

export const NO_FILTERS: Filters = { kinds: new Set(), subjects: new Set() };

export function hasFilters({ kinds, subjects }: Filters): boolean {
  return kinds.size + subjects.size > 0;
}

/** Presses or releases the button of one value. */
export function toggle<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  return values.has(value)
    ? new Set([...values].filter((it) => it !== value))
    : new Set([...values, value]);
}

/** Says of a section whether the filters let it pass, by its number; `undefined` when they let everything pass. */
export function passing(
  filters: Filters,
  entry: Pick<Entry, "kinds" | "subjects">,
): ((number: number) => boolean) | undefined {
  if (!hasFilters(filters)) return undefined;
  const { kinds, subjects } = filters;
  return (number) =>
    (kinds.size === 0 || kinds.has(kindAt(entry, number))) &&
    (subjects.size === 0 || subjects.has(subjectAt(entry, number)));
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
