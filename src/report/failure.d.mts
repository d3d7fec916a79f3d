import type { FailureSlug } from "./slugs.ts";

/** An error that the person at the keyboard can put right. It is shown as sentences, without a stack. */
export declare class Failure extends Error {
  override readonly name: "Failure";
  readonly slug: FailureSlug;
  /** @param what what is wrong, and on indented lines below, what to type; `message` is `slug  what` */
  constructor(slug: FailureSlug, what: string, options?: ErrorOptions);
}

/** The text to print for anything that was thrown: a failure's words, or the stack of an unexpected error. */
export declare function explainFailure(error: unknown): unknown;

/** Prints what went wrong and ends the process with exit code 1. */
export declare function exitWithFailure(error: unknown): never;
