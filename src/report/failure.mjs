// Plain JavaScript, because the first command must run on any Node from 20 on.

/** An error that the person at the keyboard can put right. It is shown as sentences, without a stack. */
export class Failure extends Error {
  name = "Failure";

  /**
   * @param {import("./slugs.ts").FailureSlug} slug
   * @param {string} what what is wrong, and on indented lines below, what to type
   * @param {ErrorOptions} [options]
   */
  constructor(slug, what, options) {
    super(`${slug}  ${what}`, options);
    this.slug = slug;
  }
}

/** The text to print for anything that was thrown: a failure's words, or the stack of an unexpected error. */
export function explainFailure(error) {
  return error instanceof Failure ? error.message : error;
}

/** Prints what went wrong and ends the process with exit code 1. */
export function exitWithFailure(error) {
  console.error(explainFailure(error));
  process.exit(1);
}
