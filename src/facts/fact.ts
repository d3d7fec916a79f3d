import type { Place } from "../report/place.ts";

/** Somebody whom we may name as the source of a fact: a document with a publisher and an address. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Without an anchor. */
  readonly url: string;
}

/** A source, and the place in it. */
export interface Citation {
  readonly source: Source;
  /** With the anchor, if there is one. */
  readonly url: string;
}

/** Where a recorded run shows the value: a line that a program printed, or a count of its scenario. */
export interface Proof {
  /** Id of the sample. */
  readonly sample: string;
  /** What stands before " = " in a line of its output, or the name of a count; with `isLine`, the whole line. */
  readonly key: string;
  readonly isLine: boolean;
}

/** How a fact is known: read out of a run, out of a source, or ours. */
export type Rung = "executed" | "cited" | "opinion";

/** A default, a limit, a version or a measured value: one record below `content/facts`. */
export interface Fact extends Place {
  /** Name of the file, a dot, the record's key: `producer.linger.ms`. */
  readonly id: string;
  readonly system: "grpc" | "kafka" | "both";
  /** What its file says of all its records; one may be of another. */
  readonly group: { readonly of: string; readonly holds: string };
  /** Who has the value: `Java producer`. */
  readonly of: string;
  /** What it was checked for: `Kafka 4.3.1`. */
  readonly holds: string;
  /** Name of a setting, where it is one. */
  readonly setting: string | undefined;
  /** One sentence, true by itself. */
  readonly says: string;
  /** As a program prints it: `604800000`; empty for a statement, which a page shows by its note alone. */
  readonly value: string;
  /** As a person reads it: `7 days`. */
  readonly shown: string;
  /** A word of the program's own, `true` or `all`: set like code. */
  readonly isCode: boolean;
  readonly since: string | undefined;
  readonly citation: Citation | undefined;
  readonly proof: Proof | undefined;
  readonly rung: Rung;
}

/** All that is known, and where a page has it whole. */
export interface ShownFacts extends FactBook {
  /** Group → path of the page with its table: `producer` → `/defaults/kafka-clients/`. */
  readonly homes: ReadonlyMap<string, string>;
}

/** All that is known. */
export interface FactBook {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source & Place>;
}
