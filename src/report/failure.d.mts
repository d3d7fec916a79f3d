import type { FailureSlug } from "./slugs.ts";

/** Something that the person at the keyboard can put right: said in sentences, without a stack. */
export declare class Failure extends Error {
  override readonly name: "Failure";
  readonly slug: FailureSlug;
  /** @param what what is wrong, and indented on lines below, what to type; `message` is `slug  what` */
  constructor(slug: FailureSlug, what: string, options?: ErrorOptions);
}

/** What to print of anything that was thrown: a failure's words, or the stack of a mistake of ours. */
export declare function explainFailure(error: unknown): unknown;

/** Prints what went wrong and ends the process with exit code 1. */
export declare function exitWithFailure(error: unknown): never;
