import type { ShownError } from "../compile/judge-diagnostics.ts";
import type { Receipt } from "../receipts/receipt.ts";
import type { Issue } from "../report/issue.ts";
import type { NoteWord } from "../mdx/blocks.ts";
import type { Page } from "../mdx/page.ts";
import type { SampleFile } from "../samples/find-samples.ts";
import type { Language } from "../samples/languages.ts";
import type { System } from "../samples/systems.ts";
import type { Twin } from "../samples/twins.ts";

/** How far a sample is proven, from weakest to strongest. */
export type Rung =
  "typed" | "linted" | "compiled" | "executed" | "fault-injected" | "counterfactual";

/** A checked sample, with everything a reader needs to run it elsewhere. */
export interface Sample extends SampleFile {
  /** The systems whose client libraries it imports, directly or through its neighbours. */
  readonly systems: readonly System[];
  /** Paths below `content/samples` of every other file that it needs, sorted. */
  readonly neighbours: readonly string[];
  /** Packages that it and its neighbours import → the exact version installed here. */
  readonly packages: Readonly<Record<string, string>>;
  readonly rungs: readonly Rung[];
}

/** The sample that a block was cut from. */
export interface BlockSample {
  readonly id: string;
  readonly path: string;
  /** Whether the block is the whole file. */
  readonly whole: boolean;
  /** How many other files it needs. */
  readonly others: number;
  /** Whether it can be downloaded as a project. */
  readonly hasProject: boolean;
}

/** A block as a page shows it, with everything the highlighter needs. */
export interface CheckedBlock {
  readonly page: string;
  /** The line on which it opens on the page, which identifies the block there. */
  readonly line: number;
  readonly column: number;
  readonly language: Language;
  /** Shown above the code; empty for a bare fence. */
  readonly title: string;
  /** Folded away above the code but copied with it: imports and whatever else the code needs to compile. */
  readonly preface:
    { readonly code: string; readonly imports: number; readonly declarations: number } | undefined;
  readonly code: string;
  /** Notes beside lines of `code`, 1-based. */
  readonly notes: readonly { readonly line: number; readonly words: readonly NoteWord[] }[];
  readonly errors: readonly ShownError[];
  /** The file it was cut from; absent for a fence. */
  readonly sample: BlockSample | undefined;
  /** The same sample for other clients; absent when there are none. */
  readonly twins?: readonly Twin[];
  /** Names imported from a client library → the system of that library. */
  readonly hues: Readonly<Record<string, System>>;
  /** Why the block is not proven, for a fence in another language. */
  readonly unproven: string | undefined;
  /** The recorded runs whose output is shown under the code. */
  readonly receipt: Receipt | undefined;
}

/** What was counted, for `npm run check` and the page *How this site is verified*. */
export interface Counts {
  readonly pages: number;
  readonly files: number;
  readonly programs: number;
  /** Samples whose recorded runs match the files as they are now. */
  readonly executed: number;
  /** Runs of unchanged samples in which something was broken at a held point. */
  readonly faults: number;
  /** Runs with the guaranteeing line removed. */
  readonly counterfactuals: number;
  /** Programs that are not run, and the reasons. */
  readonly notRun: readonly { readonly file: string; readonly reason: string }[];
  readonly fences: number;
  readonly excerpts: number;
  /** Blocks and files that must fail to compile, and do. */
  readonly expectedErrors: number;
  readonly unproven: readonly {
    readonly file: string;
    readonly line: number;
    readonly language: Language;
    readonly reason: string;
  }[];
}

/** The result of one check of the whole site. */
export interface CheckedSite {
  readonly issues: readonly Issue[];
  /** Every page, as read for this check. */
  readonly pages: readonly Page[];
  readonly samples: readonly Sample[];
  /** Recorded runs by sample id. Unreadable ones are issues. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Page path from the root → its blocks in reading order. */
  readonly blocks: ReadonlyMap<string, readonly CheckedBlock[]>;
  /** Sample id → the block of its whole file. */
  readonly files: ReadonlyMap<string, CheckedBlock>;
  readonly counts: Counts;
}
