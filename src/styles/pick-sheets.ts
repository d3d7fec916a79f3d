/** A stylesheet, and the names that add it to a page. */
export interface Sheet {
  readonly css: string;
  /** Elements ("table") and classes (".plate") that need it. Without any, every page needs it. */
  readonly on: readonly string[];
}

/** The sheets that a page with this HTML needs, in their order. */
export function pickSheets<Known extends Sheet>(sheets: readonly Known[], html: string): Known[] {
  const names = namesIn(html);
  return sheets.filter(({ on }) => on.length === 0 || on.some((name) => names.has(name)));
}

/** Every element and class in the HTML. Text that only looks like one may be included. */
function namesIn(html: string): ReadonlySet<string> {
  const elements = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, name = ""]) => name);
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = ""]) =>
    list.split(/\s+/).map((name) => `.${name}`),
  );
  return new Set([...elements, ...classes]);
}
