import type { IssueSlug } from "../../report/slugs.ts";

/**
 * Thrown when a component cannot show what a page asks for. The check turns it into an issue at the component's
 * place.
 */
export class CannotShow extends Error {
  override readonly name = "CannotShow";
  readonly slug: IssueSlug;
  /** The path of the prop, or of a part of it, that is at fault: `["events", 2]`. */
  readonly path: readonly PropertyKey[];

  constructor(slug: IssueSlug, message: string, path: readonly PropertyKey[] = []) {
    super(message);
    this.slug = slug;
    this.path = path;
  }
}

/** Runs `work` for one part of a component's props. If it throws CannotShow, the error points at that part. */
export function showingPart<Result>(path: readonly PropertyKey[], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CannotShow)) throw error;
    throw new CannotShow(error.slug, error.message, [...path, ...error.path]);
  }
}
