import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Position } from "../report/source-text.ts";

/** A page and the page on the other system that it names as its twin. */
export interface TwinPage {
  readonly slug: string;
  readonly file: string;
  readonly twin?: string | undefined;
  readonly twinPlace: Position;
}

/** Checks that twins name each other. */
export function checkTwins(pages: readonly TwinPage[]): Issue[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return pages.flatMap(({ slug, file, twin: name, twinPlace }): Issue[] => {
    if (name === undefined) return [];
    const twin = bySlug.get(name);
    if (twin === undefined) {
      const message = `There is no page "${name}".${didYouMean(name, [...bySlug.keys()])}`;
      return [{ slug: "unknown-twin", file, ...twinPlace, message }];
    }
    if (name === slug) {
      const message =
        "A page is not its own twin. Name the page on the other system, or take the key out.";
      return [{ slug: "unknown-twin", file, ...twinPlace, message }];
    }
    if (twin.twin === slug) return [];
    const says = twin.twin === undefined ? "names no twin" : `names "${twin.twin}" as its twin`;
    const message = `Twins name each other, but ${twin.file} ${says}.\nWrite there: twin: ${slug}`;
    return [{ slug: "twin-not-mutual", file, ...twinPlace, message }];
  });
}
