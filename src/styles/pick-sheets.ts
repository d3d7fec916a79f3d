/** A stylesheet, and the names that bring it to a page. */
export interface Sheet {
  readonly css: string;
  /** Elements ("table") and classes (".plate") of a page that needs it; every page needs one without. */
  readonly on: readonly string[];
}

/** The sheets that a page with this HTML needs, in their order. */
export function pickSheets<Known extends Sheet>(sheets: readonly Known[], html: string): Known[] {
  const names = namesIn(html);
  return sheets.filter(({ on }) => on.length === 0 || on.some((name) => names.has(name)));
}

/** Every element and class that HTML has. What only looks like one, in a text, may be among them. */
function namesIn(html: string): ReadonlySet<string> {
  const elements = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, name = ""]) => name);
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = ""]) =>
    list.split(/\s+/).map((name) => `.${name}`),
  );
  return new Set([...elements, ...classes]);
}
