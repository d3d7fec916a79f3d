import type { Place } from "../report/place.ts";

/** A document that a fact may cite. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Without an anchor. */
  readonly url: string;
}

/** A source and a place in it. */
export interface Citation {
  readonly source: Source;
  /** With the anchor, if there is one. */
  readonly url: string;
}

/** Where a recorded run shows the value: in a line that a program printed, or in a count of its scenario. */
export interface Proof {
  /** Id of the sample. */
  readonly sample: string;
  /** The part before " = " in a line of the output, or the name of a count. With `isLine` it is the whole line. */
  readonly key: string;
  readonly isLine: boolean;
}

/** How a fact is known: from a run, from a source, or from us. */
export type Rung = "executed" | "cited" | "opinion";

/** A default, a limit, a version or a measured value: one record below `content/facts`. */
export interface Fact extends Place {
  /** Name of the file, a dot, the record's key: `producer.linger.ms`. */
  readonly id: string;
  readonly system: "grpc" | "kafka" | "both";
  /** Defaults of the file for all its records; a single record may override them. */
  readonly group: { readonly of: string; readonly holds: string };
  /** The program that has the value: `Java producer`. */
  readonly of: string;
  /** The version that the value was checked for: `Kafka 4.3.1`. */
  readonly holds: string;
  /** The setting's name, if the fact is a setting. */
  readonly setting: string | undefined;
  /** One sentence that is true without context. */
  readonly says: string;
  /** The value as a program prints it: `604800000`. Empty for a statement, of which a page shows only the note. */
  readonly value: string;
  /** The value as people read it: `7 days`. */
  readonly shown: string;
  /** Whether the value is one of the program's own words, such as `true` or `all`, and set like code. */
  readonly isCode: boolean;
  readonly since: string | undefined;
  readonly citation: Citation | undefined;
  readonly proof: Proof | undefined;
  readonly rung: Rung;
}

/** All facts, and which pages have their tables. */
export interface ShownFacts extends FactBook {
  /** Group → path of the page with its table: `producer` → `/defaults/kafka-clients/`. */
  readonly homes: ReadonlyMap<string, string>;
}

/** All facts and sources. */
export interface FactBook {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source & Place>;
}
