/** Something the person at the keyboard can put right: said in a sentence, without a stack. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  /** Stable, kebab-case: "port-taken". */
  readonly slug: string;

  constructor(slug: string, message: string) {
    super(message);
    this.slug = slug;
  }
}

/** Prints what went wrong, `slug  message`, and ends the process with exit code 1. */
export function exitWithFailure(error: unknown): never {
  if (error instanceof CommandFailure) console.error(`${error.slug}  ${error.message}`);
  else console.error(error);
  process.exit(1);
}
