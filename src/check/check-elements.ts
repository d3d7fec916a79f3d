/** Which HTML elements a page may write by hand, and their attributes: text and tables, nothing that runs or loads. */
import type { ComponentUse } from "../mdx/find-components.ts";
import type { Position } from "../report/source-text.ts";

const ELEMENTS = new Set(
  "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure hr i ins kbd li mark ol p q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "class colspan datetime dir href id lang open reversed rowspan scope start title value".split(
    " ",
  ),
);

/** Elements for which a page has its own way, and that way. */
const INSTEAD: readonly (readonly [names: RegExp, instead: string])[] = [
  [/^pre$/, 'Code stands in a fence, ```ts, which is compiled, or in a file: <Sample file="…" />.'],
  [/^h[1-6]$/, "Write a heading as ## Heading, so that links find it."],
  [/^(?:script|style)$/, "A page has no code and no styles of its own."],
];

/** What a page cannot have in an HTML element, or nothing. The names of components are checked elsewhere. */
export function findForeign(use: ComponentUse): ({ readonly message: string } & Position)[] {
  const { name, props, line, column, placeOf } = use;
  if (!ELEMENTS.has(name)) {
    const what = name === "" ? "no fragment, <>" : `no <${name}>`;
    const instead =
      INSTEAD.find(([names]) => names.test(name))?.[1] ??
      "Write it in Markdown, or use a component.";
    return [{ message: `A page has ${what}. ${instead}`, line, column }];
  }
  return Object.keys(props)
    .filter((it) => !ATTRIBUTES.has(it) && !it.startsWith("aria-"))
    .map((it) => ({
      message: `<${name}> has no "${it}" on a page. Known: aria-…, ${[...ATTRIBUTES].join(", ")}.`,
      ...placeOf([it]),
    }));
}
