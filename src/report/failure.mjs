// Plain JavaScript, since the very first command needs it on any Node from 20 on.

/** Something that the person at the keyboard can put right: said in sentences, without a stack. */
export class Failure extends Error {
  name = "Failure";

  /**
   * @param {import("./slugs.ts").FailureSlug} slug
   * @param {string} what what is wrong, and indented on lines below, what to type
   * @param {ErrorOptions} [options]
   */
  constructor(slug, what, options) {
    super(`${slug}  ${what}`, options);
    this.slug = slug;
  }
}

/** What to print of anything that was thrown: a failure's words, or the stack of a mistake of ours. */
export function explainFailure(error) {
  return error instanceof Failure ? error.message : error;
}

/** Prints what went wrong and ends the process with exit code 1. */
export function exitWithFailure(error) {
  console.error(explainFailure(error));
  process.exit(1);
}
